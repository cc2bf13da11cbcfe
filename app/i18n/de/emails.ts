import type { Texts } from "../texts";
import type { Unit } from "../unit";

type Emails = Texts["emails"];

export const emails = (unit: Unit): Emails => ({
  line: (label, value) => `${label}: ${value}`,
  rows,
  viewPurchase: "Kauf ansehen",
  viewBalance: "Guthaben ansehen",
  buy: `${unit.other} kaufen`,
  alertsOff: (sender) =>
    `Sie erhalten diese Nachricht, weil Benachrichtigungen für Ihr Konto eingeschaltet sind. Um sie auszuschalten, wenden Sie sich an ${sender}.`,
  ...payments(unit),
  ...changes(unit),
  signIn: {
    subject: (code) => `${code} ist Ihr Anmeldecode`,
    heading: "Ihr Anmeldecode",
    button: "Anmelden",
    once: "Code und Link gelten einmal und 10 Minuten lang. Wenn Sie beides nicht angefordert haben, ignorieren Sie diese Nachricht; niemand wurde angemeldet.",
  },
  invitation: {
    subject: (sender) => `Ihre Einladung zu ${sender}`,
    heading: "Sie sind eingeladen",
    text: (sender) =>
      `${sender} hat ein Konto für Sie eröffnet. Dort sehen Sie Ihr Guthaben, kaufen ${unit.other} und finden Ihre Belege.`,
    how: (address) =>
      `Melden Sie sich mit dieser Adresse an: ${address}. Sie brauchen kein Passwort, wir senden Ihnen jedes Mal einen Code.`,
    signIn: "Anmelden",
    unexpected: "Wenn Sie diese Nachricht nicht erwartet haben, ignorieren Sie sie.",
  },
});

const rows: Emails["rows"] = {
  plan: "Paket",
  added: "Gutgeschrieben",
  removed: "Abgezogen",
  returned: "Zurückgegeben",
  paid: "Bezahlter Betrag",
  amount: "Betrag",
  refunded: "Erstattet",
  reason: "Grund",
  note: "Notiz",
  balance: "Guthaben",
  newBalance: "Neues Guthaben",
  date: "Datum",
  receipt: "Beleg",
  purchase: "Kauf",
};

const payments = (
  unit: Unit,
): Pick<Emails, "receipt" | "paymentProcessing" | "paymentFailed" | "refundRecorded" | "refundFailed"> => ({
  receipt: {
    subject: (added) => `Beleg: ${added} gutgeschrieben`,
    thanks: "Vielen Dank",
    confirmed: "Ihre Zahlung wurde bestätigt",
    added: (added) => `Ihrem Guthaben gutgeschrieben: ${added}.`,
    print: "Beleg zum Ausdrucken",
  },
  paymentProcessing: {
    subject: "Ihre Zahlung wird bearbeitet",
    text: `Ihre Bank bestätigt die Zahlung noch, das kann einige Tage dauern. Ihre ${unit.other} werden gutgeschrieben, sobald sie das tut, und Sie erhalten einen Beleg.`,
    nothing: "Sie müssen nichts weiter tun.",
  },
  paymentFailed: {
    subject: "Ihre Zahlung ist fehlgeschlagen",
    text: `Es wurde nichts abgebucht und es wurden keine ${unit.other} gutgeschrieben.`,
    retry: "Noch einmal versuchen",
  },
  refundRecorded: {
    subject: (amount) => `Erstattung über ${amount}`,
    text: (amount) => `${amount} gehen an die Karte oder das Konto zurück, mit dem Sie bezahlt haben.`,
    patience: "Bei Banken dauert es einige Tage, bis das zu sehen ist.",
    untouched: "Ihr Guthaben hat sich nicht geändert.",
    removed: (removed) => `Im Gegenzug wurde Ihr Guthaben verringert: ${removed}.`,
  },
  refundFailed: {
    subject: (amount) => `Ihre Erstattung über ${amount} ist fehlgeschlagen`,
    text: "Das Geld ist nicht auf der Karte oder dem Konto angekommen, mit dem Sie bezahlt haben.",
    ask: (sender) => `Wenn Sie es noch erwarten, wenden Sie sich an ${sender}.`,
    returned: (returned) => `Was dafür von Ihrem Guthaben abgezogen wurde, ist wieder da: ${returned}.`,
  },
});

const changes = (
  unit: Unit,
): Pick<
  Emails,
  "creditsRemoved" | "creditsReturned" | "lowCredits" | "usedUp" | "creditsAdded" | "creditsDeducted"
> => ({
  creditsRemoved: {
    subject: (removed) => `Von Ihrem Guthaben abgezogen: ${removed}`,
    text: "Die Zahlung, mit der sie gekauft wurden, ging zurück.",
  },
  creditsReturned: {
    subject: (added) => `Ihrem Guthaben wieder gutgeschrieben: ${added}`,
    text: "Die Zahlung, mit der sie gekauft wurden, gilt nun doch.",
  },
  lowCredits: {
    subject: (left) => `Sie haben noch ${left}`,
    text: "Ihr Guthaben geht zur Neige.",
  },
  usedUp: {
    subject: `Sie haben keine ${unit.other} mehr`,
    text: `Was ${unit.other} braucht, ruht, bis wieder welche da sind.`,
  },
  creditsAdded: {
    subject: (added) => `Ihrem Guthaben gutgeschrieben: ${added}`,
    text: (sender) => `${sender} hat Ihr Guthaben erhöht.`,
  },
  creditsDeducted: {
    subject: (removed) => `Von Ihrem Guthaben abgezogen: ${removed}`,
    text: (sender) => `${sender} hat Ihr Guthaben verringert.`,
  },
});
