import type { Texts } from "../texts";

export const door: Texts["door"] = {
  unusedAddress: "Cette adresse n’est pas utilisée.",
  unusedMethod: "Cette méthode n’est pas utilisée ici.",
  foreignForm:
    "Ce formulaire a été envoyé depuis un autre site, rien n’a donc été modifié. Ouvrez la page ici et envoyez-le à nouveau.",
  noForm: "Seuls des formulaires peuvent être envoyés ici.",
  tooLarge: "Ce formulaire est trop volumineux, rien n’a donc été modifié.",
  notNow:
    "Cela n’a pas fonctionné pour l’instant. Aucun paiement n’a été effectué ; veuillez réessayer dans un instant.",
};
