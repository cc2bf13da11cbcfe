import type { Texts } from "../texts";

export const history = (): Texts["history"] => ({
  caption: "Änderungen Ihres Guthabens",
  type: "Art",
  amount: "Menge",
  balance: "Guthaben",
  note: "Notiz",
  date: "Datum",
  entry: "Buchung",
  all: "Alle",
  types: { Added: "Gutgeschrieben", Deducted: "Abgezogen", Used: "Verbraucht" },
  nothing: {
    Added: "Es wurde nichts gutgeschrieben",
    Deducted: "Es wurde nichts abgezogen",
    Used: "Es wurde nichts verbraucht",
  },
  nothingHere: "Nicht in diesem Teil Ihres Verlaufs; ältere Änderungen folgen.",
  seeAll: "Wählen Sie „Alle“, um jede Änderung zu sehen.",
  empty: "Noch keine Änderungen",
  emptyText: "Ihr erster Kauf wird hier die erste Zeile sein.",
  takenBack: {
    refund_clawback: "Nach einer Erstattung",
    dispute_clawback: "Nach einer angefochtenen Zahlung",
  },
  givenAgain: "Zurückgegeben nach dem Ende einer Erstattung oder Anfechtung",
  pages: "Seiten des Verlaufs",
  download: "Als CSV laden",
  fileName: (portal) => `${portal} Guthabenverlauf.csv`,
});
