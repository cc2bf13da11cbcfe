import type { Texts } from "../texts";
import type { Unit } from "../unit";
import { access } from "./access";

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
  ...access,
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
  tryAgain: {
    title: "Das hat gerade nicht funktioniert",
    message:
      "Ein Dienst, den wir brauchen, hat nicht geantwortet. Es ist kein Geld geflossen. Bitte versuchen Sie es gleich noch einmal.",
  },
});
