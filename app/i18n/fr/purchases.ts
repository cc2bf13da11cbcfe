import type { Texts } from "../texts";
import type { Unit } from "../unit";

const status = (_unit: Unit): Texts["purchases"]["status"] => ({
  waiting: { label: "En attente", text: "Non payé : aucun paiement ne nous est encore parvenu." },
  processing: {
    label: "En cours",
    text: "Votre banque confirme encore le paiement. Votre solde sera crédité dès que ce sera fait.",
  },
  credited: { label: "Crédité", text: "Payé, et votre solde a été crédité." },
  failed: { label: "Échoué", text: "Le paiement n’a pas abouti. Votre solde n’a pas changé." },
  expired: {
    label: "Expiré",
    text: "Le paiement n’a pas été fait à temps. Rien n’a été débité et votre solde n’a pas changé.",
  },
  quarantined: {
    label: "En vérification",
    text: "Votre paiement est arrivé, mais il diffère de ce qui était convenu. Votre solde n’a pas encore été crédité.",
  },
  refunded: "Remboursé",
  partlyRefunded: "Partiellement remboursé",
  disputed: "Contesté",
});

const declines: Texts["purchases"]["declines"] = {
  declined: "Votre carte a été refusée.",
  unknown: "Le paiement a été refusé.",
  insufficientFunds: "Votre carte ou votre compte n’est pas suffisamment approvisionné.",
  expiredCard: "Votre carte a expiré.",
  wrongCode: "Le code de sécurité de votre carte est incorrect.",
  wrongNumber: "Le numéro de votre carte est incorrect.",
  notSupported: "Votre carte n’accepte pas ce type de paiement.",
  limitReached: "Le plafond de votre carte est atteint.",
  tryLater: "Votre banque n’a pas pu traiter le paiement pour l’instant.",
  notConfirmed: "Votre banque n’a pas reçu votre confirmation du paiement.",
  debitRefused: "Votre banque n’a pas autorisé le prélèvement.",
  accountUnusable: "Ce compte bancaire ne peut pas être utilisé.",
};

export const purchases = (unit: Unit): Texts["purchases"] => ({
  title: "Facturation",
  tabs: { credits: unit.title, purchases: "Achats" },
  caption: "Vos achats",
  empty: "Aucun achat pour l’instant",
  emptyText: "Vos achats figureront ici, chacun avec son reçu.",
  pages: "Pages de vos achats",
  fileName: (portal) => `${portal} achats.csv`,
  columns: {
    plan: "Offre",
    amount: "Montant",
    currency: "Devise",
    credits: unit.title,
    status: "État",
    refunded: "Remboursé",
    disputed: "Contesté",
    date: "Date",
    purchase: "Achat",
    payment: "Paiement",
    receipt: "Reçu",
  },
  receiptFor: (plan) => `Reçu pour ${plan}`,
  status: status(unit),
  declined: (reason) => `${reason} Rien n’a été débité et votre solde n’a pas changé.`,
  partOf: (part, whole) => `${part} sur ${whole}`,
  wentBack: (sums) => `Montant qui vous a été rendu : ${sums}.`,
  wentBackByBank: (sums) => `Montant qui vous a été rendu par votre banque : ${sums}.`,
  declines,
});
