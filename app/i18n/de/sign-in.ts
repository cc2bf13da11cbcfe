import type { Texts } from "../texts";

export const signIn: Texts["signIn"] = {
  title: "Anmelden",
  text: "Wir senden Ihnen einen Code per E-Mail. Ein Passwort gibt es nicht.",
  email: "E-Mail-Adresse",
  emailWrong: "Geben Sie Ihre E-Mail-Adresse ein, zum Beispiel ana@example.com",
  send: "Code senden",
  codeTitle: "Sehen Sie in Ihr Postfach",
  codeText:
    "Wenn sich diese Adresse hier anmelden darf, ist ein sechsstelliger Code unterwegs. Er gilt 10 Minuten.",
  code: "Code",
  codeWrong:
    "Dieser Code ist nicht richtig, wurde schon verwendet oder ist älter als 10 Minuten. Prüfen Sie ihn oder fordern Sie einen neuen an.",
  otherAddress: "Andere Adresse verwenden oder neuen Code anfordern",
  linkText: "Ein Klick, und Sie sind angemeldet.",
  link: {
    elsewhere: {
      title: "Öffnen Sie diesen Link dort, wo Sie ihn angefordert haben",
      text: "Öffnen Sie diesen Link in dem Browser, in dem Sie ihn angefordert haben, oder geben Sie dort den Code ein: Er steht in derselben E-Mail. Es wurde nichts verbraucht. Wenn Sie mehrmals angefordert haben, gilt nur die neueste E-Mail.",
      button: "Hier mit einem neuen Code anmelden",
    },
    spent: {
      title: "Dieser Link gilt nicht mehr",
      text: "Ein Link gilt einmal und 10 Minuten lang, auf der Website, die ihn gesendet hat. Fordern Sie einen neuen an. Es wurde nichts geändert.",
      button: "Neuen Link anfordern",
    },
  },
};
