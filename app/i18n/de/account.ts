import type { Texts } from "../texts";

export const account: Texts["account"] = {
  title: "Konto",
  name: "Name",
  email: "E-Mail",
  places: "Wo Sie angemeldet sind",
  placesHint:
    "Melden Sie sich dort ab, wo Sie das Gerät nicht kennen. Wer dort angemeldet war, muss sich neu anmelden.",
  here: "Dieses Gerät",
  since: "angemeldet",
  seen: "Zuletzt gesehen",
  signOut: "Abmelden",
  signOutEverywhere: "Überall abmelden",
  more: "Ältere Orte werden nicht gezeigt. „Überall abmelden“ beendet auch sie.",
  ended: "Sie sind dort abgemeldet.",
  device: ({ browser, system }) => [browser ?? "Unbekannter Browser", system].filter(Boolean).join(" auf "),
};
