import type { Texts } from "../texts";

export const account: Texts["account"] = {
  title: "Compte",
  name: "Nom",
  email: "E-mail",
  places: "Où vous êtes connecté",
  placesHint: "Déconnectez les appareils que vous ne reconnaissez pas. Il faudra s’y connecter de nouveau.",
  here: "Cet appareil",
  since: "connexion",
  seen: "Vu pour la dernière fois",
  signOut: "Se déconnecter",
  signOutEverywhere: "Se déconnecter partout",
  more: "Les connexions plus anciennes ne sont pas affichées. « Se déconnecter partout » y met fin aussi.",
  ended: "Vous y êtes déconnecté.",
  device: ({ browser, system }) => [browser ?? "Navigateur inconnu", system].filter(Boolean).join(" sur "),
};
