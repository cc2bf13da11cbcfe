import type { Texts } from "../texts";

export const errors: Texts["errors"] = {
  notPossible: {
    title: "Das ist hier nicht möglich",
    message: "Es wurde nichts geändert. Gehen Sie zur Startseite zurück und versuchen Sie es von dort.",
  },
  unexpected: {
    title: "Bei uns ist ein Fehler aufgetreten",
    message:
      "Der Fehler wurde aufgezeichnet. Bitte versuchen Sie es noch einmal. Sollte er wieder auftreten, wenden Sie sich bitte an den Support.",
  },
  backToStart: "Zur Startseite",
  retry: "Erneut versuchen",
};
