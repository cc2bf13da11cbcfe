import type { access as english } from "../en/access";

const askProvider = (supportEmail: string | null) =>
  supportEmail ? `An ${supportEmail} schreiben` : "Mit einer anderen Adresse anmelden";

export const access: typeof english = {
  portalAccessDenied: (supportEmail) => ({
    title: "Der Portalzugang ist ausgeschaltet",
    message: supportEmail
      ? `Bitten Sie Ihren Anbieter, ihn einzuschalten: ${supportEmail}.`
      : "Bitten Sie Ihren Anbieter, ihn einzuschalten.",
    action: askProvider(supportEmail),
  }),
  portalClosed: (supportEmail) => ({
    title: "Dieses Portal ist zurzeit geschlossen",
    message: supportEmail
      ? `Ihr Guthaben und Ihr Verlauf sind sicher. Fragen Sie Ihren Anbieter, wann es wieder öffnet: ${supportEmail}.`
      : "Ihr Guthaben und Ihr Verlauf sind sicher. Fragen Sie Ihren Anbieter, wann es wieder öffnet.",
    action: askProvider(supportEmail),
  }),
  signUpClosed: (supportEmail) => ({
    title: "Sie können hier noch nicht beitreten",
    message: supportEmail
      ? `Dieses Portal nimmt zurzeit keine neuen Kunden auf. Fragen Sie Ihren Anbieter: ${supportEmail}.`
      : "Dieses Portal nimmt zurzeit keine neuen Kunden auf. Fragen Sie Ihren Anbieter.",
    action: askProvider(supportEmail),
  }),
  codesLocked: {
    title: "Zu viele Versuche",
    message: "Bitte warten Sie eine Stunde und versuchen Sie es dann noch einmal.",
  },
};
