import type { Texts } from "../texts";
import type { Unit } from "../unit";

export const credits = (unit: Unit): Texts["credits"] => ({
  balance: "Aktuelles Guthaben",
  used: "Insgesamt verbraucht",
  usedHint: "durch Nutzung; Abzüge zählen nicht mit",
  lastChange: "Letzte Änderung",
  enough: "Reicht für",
  minutes: { one: "Minute", other: "Minuten", many: "Minuten" },
  about: (minutes) => `etwa ${minutes}`,
  underAMinute: "weniger als eine Minute",
  rate: (count) => `bei ${count} pro Minute`,
  owed: (count) => `Offen: ${count}`,
  owedText: `Eine Zahlung wurde zurückgegeben, nachdem die ${unit.other} daraus verbraucht waren. Ihr nächster Kauf gleicht das zuerst aus.`,
  low: {
    title: "Ihr Guthaben geht zur Neige",
    text: (count) => `Sie haben noch ${count}. Kaufen Sie rechtzeitig nach, damit nichts stehen bleibt.`,
  },
  usedUp: {
    title: "Ihr Guthaben ist aufgebraucht",
    text: "Was davon lebt, steht still, bis Sie nachkaufen.",
  },
  buy: `${unit.title} kaufen`,
  paused: {
    title: "Käufe sind zurzeit nicht möglich",
    text: "Ihr Guthaben ist sicher. Bitte versuchen Sie es später noch einmal.",
  },
  popular: "Beliebt",
  purchase: "Kaufen",
  purchaseOf: (plan) => `${plan} kaufen`,
  perCredit: (price) => `${price} pro ${unit.one}`,
  saving: (percent) => `${percent} günstiger`,
  noPlans: "Zurzeit sind keine Pakete verfügbar",
  noPlansHelp: (email) => `Fragen? Schreiben Sie an ${email}`,
  latest: "Letzte Änderungen",
  allHistory: "Gesamter Verlauf",
});
