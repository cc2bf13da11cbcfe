import type { Texts } from "../texts";
import type { Unit } from "../unit";

const askProvider = (supportEmail: string | null) =>
  supportEmail ? `An ${supportEmail} schreiben` : "Mit einer anderen Adresse anmelden";

export const refusals = (unit: Unit): Texts["refusals"] => ({
  unauthorized: {
    title: "Bitte melden Sie sich an",
    message: "Ihre Sitzung ist beendet. Melden Sie sich an, um fortzufahren. Es wurde nichts geändert.",
    action: "Anmelden",
  },
  notFound: { title: "Nicht gefunden", message: "Unter dieser Adresse gibt es nichts." },
  formUnusable: {
    title: "Dieses Formular kann nicht mehr verwendet werden",
    message: "Es wurde nichts geändert. Öffnen Sie die Seite erneut und füllen Sie das Formular neu aus.",
  },
  planUnavailable: {
    title: "Dieses Paket ist nicht mehr verfügbar",
    message: "Es wurde nichts abgebucht. Diese Pakete können Sie heute kaufen.",
    action: "Pakete ansehen",
  },
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
  purchasesUnavailable: {
    title: "Käufe sind zurzeit nicht möglich",
    message:
      "Es wurde nichts abgebucht. Ihr Guthaben und Ihr Verlauf sind sicher. Bitte versuchen Sie es später noch einmal.",
    action: "Zurück zum Guthaben",
  },
  paymentSetupFailed: {
    title: "Die Zahlungsseite konnte nicht geöffnet werden",
    message: `Es wurde nichts abgebucht und es wurden keine ${unit.other} gutgeschrieben. Ihr Anbieter kann den Grund sehen. Bitte versuchen Sie es später noch einmal.`,
    action: "Zurück zum Guthaben",
  },
  rateLimited: {
    title: "Zu viele Versuche",
    message: "Bitte warten Sie einige Minuten und versuchen Sie es dann noch einmal.",
  },
  codesLocked: {
    title: "Zu viele Versuche",
    message: "Bitte warten Sie eine Stunde und versuchen Sie es dann noch einmal.",
  },
  tryAgain: {
    title: "Das hat gerade nicht funktioniert",
    message:
      "Ein Dienst, den wir brauchen, hat nicht geantwortet. Es ist kein Geld geflossen. Bitte versuchen Sie es gleich noch einmal.",
  },
});
