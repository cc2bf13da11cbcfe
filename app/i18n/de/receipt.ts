import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const receipt = (unit: Unit): Texts["receipt"] => ({
  title: "Beleg",
  soldBy: "Verkauft von",
  soldTo: "Verkauft an",
  number: "Belegnummer",
  plan: "Paket",
  credits: unit.title,
  status: "Status",
  paid: "Bezahlter Betrag",
  wentBack: "Zurückgezahlt",
  isTest: "Im Testmodus von Stripe bezahlt: Es ist kein echtes Geld geflossen.",
  print: "Für Ihre Unterlagen können Sie diese Seite drucken oder als PDF speichern.",
  stripeReceipt: "Beleg von Stripe",
  purchase: "Zum Kauf",
  allPurchases: "Alle Käufe",
  none: {
    title: "Zu diesem Kauf gibt es keinen Beleg",
    text: (plan) => `Ein Beleg nennt, was gutgeschrieben wurde, und für ${plan} war das nichts.`,
  },
});
