import type { access as english } from "../en/access";

const askProvider = (supportEmail: string | null) =>
  supportEmail ? `Écrire à ${supportEmail}` : "Se connecter avec une autre adresse";

export const access: typeof english = {
  portalAccessDenied: (supportEmail) => ({
    title: "L’accès au portail est désactivé",
    message: supportEmail
      ? `Demandez à votre prestataire de l’activer : ${supportEmail}.`
      : "Demandez à votre prestataire de l’activer.",
    action: askProvider(supportEmail),
  }),
  portalClosed: (supportEmail) => ({
    title: "Ce portail est fermé pour l’instant",
    message: supportEmail
      ? `Votre solde et votre historique sont intacts. Demandez à votre prestataire quand il ouvrira : ${supportEmail}.`
      : "Votre solde et votre historique sont intacts. Demandez à votre prestataire quand il ouvrira.",
    action: askProvider(supportEmail),
  }),
  signUpClosed: (supportEmail) => ({
    title: "Vous ne pouvez pas encore vous inscrire ici",
    message: supportEmail
      ? `Ce portail n’accepte pas de nouveaux clients pour l’instant. Adressez-vous à votre prestataire : ${supportEmail}.`
      : "Ce portail n’accepte pas de nouveaux clients pour l’instant. Adressez-vous à votre prestataire.",
    action: askProvider(supportEmail),
  }),
  codesLocked: { title: "Trop de tentatives", message: "Veuillez patienter une heure, puis réessayer." },
};
