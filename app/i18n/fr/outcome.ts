import type { Texts } from "../texts";
import type { Unit } from "../unit";

const again = (_unit: Unit): Texts["outcome"]["again"] => ({
  processing: {
    title: "Un paiement est encore en cours de confirmation",
    text: (plan) =>
      `Votre paiement pour ${plan} est encore en cours de confirmation. Votre solde sera crédité dès que ce sera fait. Voulez-vous acheter une nouvelle fois ?`,
  },
  quarantined: {
    title: "Un paiement est en cours de vérification",
    text: (plan) =>
      `Votre paiement pour ${plan} est en cours de vérification. Il est arrivé et votre prestataire le voit. Voulez-vous acheter une nouvelle fois ?`,
  },
  credited: {
    title: "Votre paiement est arrivé",
    text: (plan, count) =>
      `Votre paiement pour ${plan} a été confirmé ; ajout à votre solde : ${count}. Voulez-vous acheter une nouvelle fois ?`,
  },
  ended: {
    title: "Cet achat est terminé",
    text: (plan) =>
      `Votre achat précédent de ${plan} s’est terminé sans que votre solde soit crédité. Voulez-vous acheter de nouveau ?`,
  },
  see: "Voir où il en est",
  buy: "Acheter une nouvelle fois",
  back: "Retour",
});

const wentBack = (_unit: Unit): Pick<Texts["outcome"], "refunded" | "partlyRefunded" | "disputed"> => ({
  refunded: {
    title: "Paiement remboursé",
    text: "Chaque changement de votre solde figure dans votre historique.",
  },
  partlyRefunded: "Une partie du paiement a été remboursée",
  disputed: {
    title: "Paiement contesté",
    text: "Votre banque a repris le paiement. Chaque changement de votre solde figure dans votre historique.",
  },
});

export const outcome = (unit: Unit): Texts["outcome"] => ({
  credited: {
    title: "Solde crédité",
    added: (count) => `+${count}.`,
    balance: (count) => `Votre solde : ${count}.`,
  },
  ...wentBack(unit),
  processing: {
    title: "Paiement en cours",
    text: "Votre banque confirme encore le paiement. Votre solde sera crédité dès que ce sera fait. Cela peut prendre quelques jours ; vous n’avez pas besoin d’attendre ici. Merci de ne pas payer une seconde fois.",
  },
  failed: {
    title: "Le paiement n’a pas abouti",
    text: (reason) => `${reason} Rien n’a été débité. Votre solde n’a pas changé et vous pouvez réessayer.`,
  },
  expired: {
    title: "La page de paiement a expiré",
    text: "Rien n’a été débité et votre solde n’a pas changé. Vous pouvez recommencer.",
  },
  quarantined: {
    title: "Nous vérifions votre paiement",
    text: "Votre paiement est arrivé, mais il diffère de ce qui était convenu ; votre solde n’a donc pas encore été crédité. Votre prestataire le voit et peut régler la situation. Merci de ne pas payer une seconde fois.",
  },
  cancelled: {
    title: "Vous avez annulé",
    text: "Rien n’a été débité et votre solde n’a pas changé.",
  },
  waiting: {
    title: "En attente de votre paiement",
    text: "Aucun paiement ne nous est encore parvenu. Si vous venez de payer, votre achat apparaîtra ici dans un instant. Merci de ne pas payer deux fois.",
  },
  looksAgain: "Cette page se met à jour d’elle-même.",
  stopLooking: "Ne plus actualiser",
  lookAgain: "Actualiser",
  toPayment: "Aller à la page de paiement",
  tryAgain: "Réessayer",
  receipt: "Reçu",
  history: "Historique",
  back: "Retour au solde",
  plan: "Offre",
  credits: unit.title,
  price: "Prix",
  purchase: "Achat",
  proof: "Du paiement au solde",
  proofLine: ({ amount, payment, count, entry, balance }) =>
    `${amount}, Stripe ${payment} → ${count}, écriture ${entry}, solde ${balance}`,
  noPayment: "(aucun paiement indiqué)",
  again: again(unit),
});
