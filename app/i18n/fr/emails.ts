import type { Texts } from "../texts";
import type { Unit } from "../unit";

type Emails = Texts["emails"];

export const emails = (unit: Unit): Emails => ({
  line: (label, value) => `${label} : ${value}`,
  rows,
  viewPurchase: "Voir votre achat",
  viewBalance: "Voir votre solde",
  buy: `Acheter des ${unit.other}`,
  alertsOff: (sender) =>
    `Vous recevez ce message parce que les alertes sont activées pour votre compte. Pour les désactiver, adressez-vous à ${sender}.`,
  ...payments(unit),
  ...changes(unit),
  signIn: {
    subject: (code) => `${code} est votre code de connexion`,
    heading: "Votre code de connexion",
    button: "Se connecter",
    once: "Le code et le lien servent une seule fois et pendant 10 minutes. Si vous ne les avez pas demandés, ignorez ce message ; personne n’a été connecté.",
  },
  invitation: {
    subject: (sender) => `${sender} vous invite`,
    heading: "Vous avez une invitation",
    text: (sender) =>
      `${sender} a ouvert un compte pour vous. Vous y voyez votre solde, achetez des ${unit.other} et trouvez vos reçus.`,
    how: (address) =>
      `Connectez-vous avec cette adresse : ${address}. Aucun mot de passe à retenir, nous vous envoyons un code à chaque fois.`,
    signIn: "Se connecter",
    unexpected: "Si vous n’attendiez pas ce message, ignorez-le.",
  },
});

const rows: Emails["rows"] = {
  plan: "Offre",
  added: "Ajouté",
  removed: "Retiré",
  returned: "Recrédité",
  paid: "Montant payé",
  amount: "Montant",
  refunded: "Remboursé",
  reason: "Motif",
  note: "Note",
  balance: "Solde",
  newBalance: "Nouveau solde",
  date: "Date",
  receipt: "Reçu",
  purchase: "Achat",
};

const payments = (
  _unit: Unit,
): Pick<Emails, "receipt" | "paymentProcessing" | "paymentFailed" | "refundRecorded" | "refundFailed"> => ({
  receipt: {
    subject: (added) => `Reçu : ${added}`,
    thanks: "Merci",
    confirmed: "Votre paiement a été confirmé",
    added: (added) => `Ajouté à votre solde : ${added}.`,
    print: "Reçu à imprimer",
  },
  paymentProcessing: {
    subject: "Votre paiement est en cours de traitement",
    text: "Votre banque confirme encore le paiement, ce qui peut prendre quelques jours. Dès que ce sera fait, votre solde augmentera et vous recevrez un reçu.",
    nothing: "Vous n’avez rien à faire.",
  },
  paymentFailed: {
    subject: "Votre paiement n’a pas abouti",
    text: "Rien n’a été débité et votre solde n’a pas changé.",
    retry: "Réessayer",
  },
  refundRecorded: {
    subject: (amount) => `Remboursement de ${amount}`,
    text: (amount) =>
      `Le montant de ${amount} est reversé sur la carte ou le compte qui a servi au paiement.`,
    patience: "Les banques mettent quelques jours à l’afficher.",
    untouched: "Votre solde n’a pas changé.",
    removed: (removed) => `En contrepartie, votre solde a diminué : ${removed}.`,
  },
  refundFailed: {
    subject: (amount) => `Votre remboursement de ${amount} n’a pas abouti`,
    text: "L’argent n’est pas arrivé sur la carte ou le compte qui a servi au paiement.",
    ask: (sender) => `Si vous l’attendez encore, adressez-vous à ${sender}.`,
    returned: (returned) => `Ce qui avait été retiré de votre solde y est de nouveau : ${returned}.`,
  },
});

const changes = (
  unit: Unit,
): Pick<
  Emails,
  "creditsRemoved" | "creditsReturned" | "lowCredits" | "usedUp" | "creditsAdded" | "creditsDeducted"
> => ({
  creditsRemoved: {
    subject: (removed) => `Retiré de votre solde : ${removed}`,
    text: "Le paiement correspondant a été restitué.",
  },
  creditsReturned: {
    subject: (added) => `Recrédité sur votre solde : ${added}`,
    text: "Le paiement correspondant reste finalement valable.",
  },
  lowCredits: {
    subject: (left) => `Il vous reste ${left}`,
    text: "Votre solde est bientôt épuisé.",
  },
  usedUp: {
    subject: "Votre solde est épuisé",
    text: `Ce qui utilise des ${unit.other} s’arrête jusqu’à ce que le solde soit rechargé.`,
  },
  creditsAdded: {
    subject: (added) => `Ajouté à votre solde : ${added}`,
    text: (sender) => `${sender} a augmenté votre solde.`,
  },
  creditsDeducted: {
    subject: (removed) => `Retiré de votre solde : ${removed}`,
    text: (sender) => `${sender} a réduit votre solde.`,
  },
});
