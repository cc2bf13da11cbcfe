import type { Texts } from "../texts";
import type { Unit } from "../unit";
import { access } from "./access";

export const refusals = (_unit: Unit): Texts["refusals"] => ({
  unauthorized: {
    title: "Veuillez vous connecter",
    message: "Votre session a pris fin. Connectez-vous pour continuer ; rien n’a été modifié.",
    action: "Se connecter",
  },
  notFound: { title: "Page introuvable", message: "Il n’y a rien à cette adresse." },
  formUnusable: {
    title: "Ce formulaire n’est plus utilisable",
    message: "Rien n’a été modifié. Ouvrez de nouveau la page et remplissez le formulaire.",
  },
  planUnavailable: {
    title: "Cette offre n’est plus disponible",
    message: "Rien n’a été débité. Voici les offres que vous pouvez acheter aujourd’hui.",
    action: "Voir les offres",
  },
  ...access,
  purchasesUnavailable: {
    title: "Les achats sont suspendus",
    message:
      "Rien n’a été débité. Votre solde et votre historique sont intacts ; veuillez réessayer plus tard.",
    action: "Retour au solde",
  },
  paymentSetupFailed: {
    title: "La page de paiement n’a pas pu s’ouvrir",
    message:
      "Rien n’a été débité et votre solde n’a pas changé. Votre prestataire peut en voir la raison ; veuillez réessayer plus tard.",
    action: "Retour au solde",
  },
  rateLimited: {
    title: "Trop de tentatives",
    message: "Veuillez patienter quelques minutes, puis réessayer.",
  },
  tryAgain: {
    title: "Cela n’a pas fonctionné pour l’instant",
    message:
      "Un service dont nous avons besoin n’a pas répondu. Aucun paiement n’a été effectué ; veuillez réessayer dans un instant.",
  },
});
