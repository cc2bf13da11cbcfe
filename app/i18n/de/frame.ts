import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const frame = (unit: Unit): Texts["frame"] => ({
  skip: "Zum Inhalt springen",
  navigation: "Portal",
  credits: unit.title,
  billing: "Abrechnung",
  history: "Verlauf",
  account: "Konto",
  signOut: "Abmelden",
  support: (email) => `Support: ${email}`,
  terms: "AGB",
  privacy: "Datenschutz",
  newest: "Neueste",
  older: "Ältere",
});
