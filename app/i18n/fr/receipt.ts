import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const receipt = (unit: Unit): Texts["receipt"] => ({
  title: "Reçu",
  soldBy: "Vendu par",
  soldTo: "Vendu à",
  number: "Numéro du reçu",
  plan: "Offre",
  credits: unit.title,
  status: "État",
  paid: "Montant payé",
  wentBack: "Montant rendu",
  isTest: "Payé en mode test de Stripe : aucun argent réel n’a circulé.",
  print: "Pour en garder une copie, imprimez cette page ou enregistrez-la en PDF.",
  stripeReceipt: "Reçu de Stripe",
  purchase: "Voir votre achat",
  allPurchases: "Tous les achats",
  none: {
    title: "Il n’y a pas de reçu pour cet achat",
    text: (plan) => `Un reçu indique ce qui a été crédité, et pour ${plan} rien ne l’a été.`,
  },
});
