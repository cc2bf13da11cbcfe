import type { Texts } from "../texts";
import type { Unit } from "../unit";

const status = (unit: Unit): Texts["purchases"]["status"] => ({
  waiting: { label: "Offen", text: "Nicht bezahlt: Uns ist noch keine Zahlung bekannt." },
  processing: {
    label: "In Bearbeitung",
    text: `Ihre Bank bestätigt die Zahlung noch. Sobald sie es tut, werden die ${unit.other} gutgeschrieben.`,
  },
  credited: { label: "Gutgeschrieben", text: `Bezahlt, und die ${unit.other} wurden gutgeschrieben.` },
  failed: {
    label: "Fehlgeschlagen",
    text: `Die Zahlung ist fehlgeschlagen. Es wurden keine ${unit.other} gutgeschrieben.`,
  },
  expired: {
    label: "Abgelaufen",
    text: `Es wurde nicht rechtzeitig bezahlt. Es wurde nichts abgebucht und es wurden keine ${unit.other} gutgeschrieben.`,
  },
  quarantined: {
    label: "Wird geprüft",
    text: `Ihre Zahlung ist eingegangen, weicht aber von der Vereinbarung ab. Es wurden noch keine ${unit.other} gutgeschrieben.`,
  },
  refunded: "Erstattet",
  partlyRefunded: "Teilweise erstattet",
  disputed: "Angefochten",
});

const declines: Texts["purchases"]["declines"] = {
  declined: "Ihre Karte wurde abgelehnt.",
  unknown: "Die Zahlung wurde abgelehnt.",
  insufficientFunds: "Ihre Karte oder Ihr Konto ist nicht ausreichend gedeckt.",
  expiredCard: "Ihre Karte ist abgelaufen.",
  wrongCode: "Die Prüfnummer Ihrer Karte ist falsch.",
  wrongNumber: "Ihre Kartennummer ist falsch.",
  notSupported: "Ihre Karte unterstützt diese Art von Zahlung nicht.",
  limitReached: "Das Limit Ihrer Karte ist erreicht.",
  tryLater: "Ihre Bank konnte die Zahlung gerade nicht ausführen.",
  notConfirmed: "Ihre Bank hat Ihre Bestätigung der Zahlung nicht erhalten.",
  debitRefused: "Ihre Bank hat die Abbuchung nicht zugelassen.",
  accountUnusable: "Dieses Bankkonto kann nicht verwendet werden.",
};

export const purchases = (unit: Unit): Texts["purchases"] => ({
  title: "Abrechnung",
  tabs: { credits: unit.title, purchases: "Käufe" },
  caption: "Ihre Käufe",
  empty: "Noch keine Käufe",
  emptyText: "Was Sie kaufen, steht hier mit seinem Beleg.",
  pages: "Seiten Ihrer Käufe",
  fileName: (portal) => `${portal} Käufe.csv`,
  columns: {
    plan: "Paket",
    amount: "Betrag",
    currency: "Währung",
    credits: unit.title,
    status: "Status",
    refunded: "Erstattet",
    disputed: "Angefochten",
    date: "Datum",
    purchase: "Kauf",
    payment: "Zahlung",
    receipt: "Beleg",
  },
  receiptFor: (plan) => `Beleg für ${plan}`,
  status: status(unit),
  declined: (reason) =>
    `${reason} Es wurde nichts abgebucht und es wurden keine ${unit.other} gutgeschrieben.`,
  partOf: (part, whole) => `${part} von ${whole}`,
  wentBack: (sums) => `An Sie zurückgezahlt: ${sums}.`,
  wentBackByBank: (sums) => `Über Ihre Bank an Sie zurückgezahlt: ${sums}.`,
  declines,
});
