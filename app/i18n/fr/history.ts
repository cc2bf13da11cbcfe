import type { Texts } from "../texts";

export const history = (): Texts["history"] => ({
  caption: "Changements de votre solde",
  type: "Type",
  amount: "Quantité",
  balance: "Solde",
  note: "Note",
  date: "Date",
  entry: "Écriture",
  all: "Tous",
  types: { Added: "Ajout", Deducted: "Déduction", Used: "Consommation" },
  nothing: {
    Added: "Aucun ajout",
    Deducted: "Aucune déduction",
    Used: "Aucune consommation",
  },
  nothingHere: "Rien dans cette partie de votre historique ; les changements plus anciens suivent.",
  seeAll: "Choisissez « Tous » pour voir chaque changement.",
  empty: "Aucun changement pour l’instant",
  emptyText: "Votre premier achat sera ici la première ligne.",
  takenBack: { refund_clawback: "Après un remboursement", dispute_clawback: "Après un paiement contesté" },
  givenAgain: "Rendu à la fin d’un remboursement ou d’une contestation",
  pages: "Pages de l’historique",
  download: "Télécharger en CSV",
  fileName: (portal) => `${portal} historique du solde.csv`,
});
