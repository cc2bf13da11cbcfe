import type { Texts } from "../texts";
import type { Unit } from "../unit";

const again = (unit: Unit): Texts["outcome"]["again"] => ({
  processing: {
    title: "Eine Zahlung wird noch bestätigt",
    text: (plan) =>
      `Ihre Zahlung für ${plan} wird noch bestätigt. Sobald das geschehen ist, werden die ${unit.other} gutgeschrieben. Möchten Sie noch einmal kaufen?`,
  },
  quarantined: {
    title: "Eine Zahlung wird geprüft",
    text: (plan) =>
      `Ihre Zahlung für ${plan} wird geprüft. Sie ist eingegangen, und Ihr Anbieter sieht sie. Möchten Sie noch einmal kaufen?`,
  },
  credited: {
    title: "Ihre Zahlung ist eingegangen",
    text: (plan, count) =>
      `Ihre Zahlung für ${plan} wurde bestätigt. Gutgeschrieben: ${count}. Möchten Sie noch einmal kaufen?`,
  },
  ended: {
    title: "Dieser Kauf ist beendet",
    text: (plan) => `Ihr früherer Kauf von ${plan} endete ohne Gutschrift. Möchten Sie noch einmal kaufen?`,
  },
  see: "Stand ansehen",
  buy: "Noch einmal kaufen",
  back: "Zurück",
});

const wentBack = (_unit: Unit): Pick<Texts["outcome"], "refunded" | "partlyRefunded" | "disputed"> => ({
  refunded: {
    title: "Zahlung erstattet",
    text: "Jede Änderung Ihres Guthabens steht in Ihrem Verlauf.",
  },
  partlyRefunded: "Ein Teil der Zahlung wurde erstattet",
  disputed: {
    title: "Zahlung angefochten",
    text: "Ihre Bank hat die Zahlung zurückgeholt. Jede Änderung Ihres Guthabens steht in Ihrem Verlauf.",
  },
});

export const outcome = (unit: Unit): Texts["outcome"] => ({
  credited: {
    title: `${unit.title} gutgeschrieben`,
    added: (count) => `+${count}.`,
    balance: (count) => `Ihr Guthaben: ${count}.`,
  },
  ...wentBack(unit),
  processing: {
    title: "Zahlung in Bearbeitung",
    text: `Ihre Bank bestätigt die Zahlung noch. Sobald sie es tut, werden die ${unit.other} gutgeschrieben. Das kann einige Tage dauern. Sie müssen hier nicht warten, und bitte bezahlen Sie nicht noch einmal.`,
  },
  failed: {
    title: "Die Zahlung ist fehlgeschlagen",
    text: (reason) =>
      `${reason} Es wurde nichts abgebucht. Es wurden keine ${unit.other} gutgeschrieben, und Sie können es noch einmal versuchen.`,
  },
  expired: {
    title: "Die Zahlungsseite ist abgelaufen",
    text: `Es wurde nichts abgebucht und es wurden keine ${unit.other} gutgeschrieben. Sie können neu beginnen.`,
  },
  quarantined: {
    title: "Wir prüfen Ihre Zahlung",
    text: `Ihre Zahlung ist eingegangen, weicht aber von der Vereinbarung ab. Deshalb wurden noch keine ${unit.other} gutgeschrieben. Ihr Anbieter sieht sie und kann das klären. Bitte bezahlen Sie nicht noch einmal.`,
  },
  cancelled: {
    title: "Sie haben abgebrochen",
    text: `Es wurde nichts abgebucht und es wurden keine ${unit.other} gutgeschrieben.`,
  },
  waiting: {
    title: "Wir warten auf Ihre Zahlung",
    text: `Uns ist noch keine Zahlung bekannt. Wenn Sie gerade bezahlt haben, sind Ihre ${unit.other} gleich hier. Bitte bezahlen Sie nicht zweimal.`,
  },
  looksAgain: "Diese Seite sieht von selbst wieder nach.",
  stopLooking: "Nicht mehr nachsehen",
  lookAgain: "Wieder nachsehen",
  toPayment: "Zur Zahlungsseite",
  tryAgain: "Noch einmal versuchen",
  receipt: "Beleg",
  history: "Verlauf",
  back: "Zurück zum Guthaben",
  plan: "Paket",
  credits: unit.title,
  price: "Preis",
  purchase: "Kauf",
  proof: "Von der Zahlung zum Guthaben",
  proofLine: ({ amount, payment, count, entry, balance }) =>
    `${amount}, Stripe ${payment} → ${count}, Buchung ${entry}, Guthaben ${balance}`,
  noPayment: "(keine Zahlung genannt)",
  again: again(unit),
});
