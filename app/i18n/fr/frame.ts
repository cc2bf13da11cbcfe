import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const frame = (unit: Unit): Texts["frame"] => ({
  skip: "Aller au contenu",
  navigation: "Portail",
  credits: unit.title,
  billing: "Facturation",
  history: "Historique",
  account: "Compte",
  signOut: "Se déconnecter",
  support: (email) => `Assistance : ${email}`,
  terms: "Conditions",
  privacy: "Confidentialité",
  newest: "Plus récents",
  older: "Plus anciens",
});
