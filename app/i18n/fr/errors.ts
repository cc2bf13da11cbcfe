import type { Texts } from "../texts";

export const errors: Texts["errors"] = {
  notPossible: {
    title: "Cette action n’est pas possible ici",
    message: "Rien n’a été modifié. Revenez à l’accueil et réessayez à partir de là.",
  },
  unexpected: {
    title: "Une erreur s’est produite de notre côté",
    message: "L’erreur a été enregistrée. Veuillez réessayer ; si elle persiste, contactez l’assistance.",
  },
  backToStart: "Retour à l’accueil",
  retry: "Réessayer",
};
