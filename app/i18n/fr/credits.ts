import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const credits = (unit: Unit): Texts["credits"] => ({
  balance: "Solde actuel",
  used: "Total consommé",
  usedHint: "à l’usage ; les déductions ne comptent pas",
  lastChange: "Dernier changement",
  enough: "De quoi tenir",
  minutes: { one: "minute", other: "minutes", many: "de minutes" },
  about: (minutes) => `environ ${minutes}`,
  underAMinute: "moins d’une minute",
  rate: (count) => `à raison de ${count} par minute`,
  owed: (count) => `Reste dû : ${count}`,
  owedText:
    "Un paiement a été restitué après la consommation du solde correspondant. Votre prochain achat le compensera d’abord.",
  low: {
    title: "Votre solde est bientôt épuisé",
    text: (count) => `Il vous reste ${count}. Rechargez à temps pour que rien ne s’arrête.`,
  },
  usedUp: {
    title: "Votre solde est épuisé",
    text: "Ce qui le consomme reste à l’arrêt jusqu’à votre prochain achat.",
  },
  buy: `Acheter des ${unit.other}`,
  paused: {
    title: "Les achats sont suspendus",
    text: "Votre solde est intact. Veuillez réessayer plus tard.",
  },
  popular: "Populaire",
  purchase: "Acheter",
  purchaseOf: (plan) => `Acheter ${plan}`,
  perCredit: (price) => `${price} par ${unit.one}`,
  saving: (percent) => `${percent} de moins`,
  noPlans: "Aucune offre n’est disponible pour le moment",
  noPlansHelp: (email) => `Une question ? Écrivez à ${email}`,
  latest: "Derniers changements",
  allHistory: "Tout l’historique",
});
