import type { Texts } from "../texts";
import type { Unit } from "../unit";

const status = (_unit: Unit): Texts["purchases"]["status"] => ({
  waiting: { label: "Pendiente", text: "Sin pagar: todavía no tenemos noticia de ningún pago." },
  processing: {
    label: "En proceso",
    text: "Su banco aún está confirmando el pago. En cuanto lo haga, se abonará en su saldo.",
  },
  credited: { label: "Abonado", text: "Pagado y abonado en su saldo." },
  failed: { label: "Fallido", text: "El pago no se ha realizado. Su saldo no ha cambiado." },
  expired: {
    label: "Caducado",
    text: "No se pagó a tiempo. No se ha cobrado nada y su saldo no ha cambiado.",
  },
  quarantined: {
    label: "En revisión",
    text: "Su pago ha llegado, pero difiere de lo acordado. Todavía no se ha abonado nada en su saldo.",
  },
  refunded: "Reembolsado",
  partlyRefunded: "Reembolsado en parte",
  disputed: "Disputado",
});

const declines: Texts["purchases"]["declines"] = {
  declined: "Su tarjeta ha sido rechazada.",
  unknown: "El pago ha sido rechazado.",
  insufficientFunds: "Su tarjeta o su cuenta no tiene fondos suficientes.",
  expiredCard: "Su tarjeta ha caducado.",
  wrongCode: "El código de seguridad de su tarjeta no es correcto.",
  wrongNumber: "El número de su tarjeta no es correcto.",
  notSupported: "Su tarjeta no admite este tipo de pago.",
  limitReached: "Se ha alcanzado el límite de su tarjeta.",
  tryLater: "Su banco no ha podido tramitar el pago en este momento.",
  notConfirmed: "Su banco no ha recibido su confirmación del pago.",
  debitRefused: "Su banco no ha permitido el cargo.",
  accountUnusable: "Esta cuenta bancaria no se puede utilizar.",
};

export const purchases = (unit: Unit): Texts["purchases"] => ({
  title: "Facturación",
  tabs: { credits: unit.title, purchases: "Compras" },
  caption: "Sus compras",
  empty: "Todavía no hay compras",
  emptyText: "Lo que compre aparecerá aquí con su recibo.",
  pages: "Páginas de sus compras",
  fileName: (portal) => `${portal} compras.csv`,
  columns: {
    plan: "Plan",
    amount: "Importe",
    currency: "Moneda",
    credits: unit.title,
    status: "Estado",
    refunded: "Reembolsado",
    disputed: "Disputado",
    date: "Fecha",
    purchase: "Compra",
    payment: "Pago",
    receipt: "Recibo",
  },
  receiptFor: (plan) => `Recibo de ${plan}`,
  status: status(unit),
  declined: (reason) => `${reason} No se ha cobrado nada y su saldo no ha cambiado.`,
  partOf: (part, whole) => `${part} de ${whole}`,
  wentBack: (sums) => `Se le han devuelto ${sums}.`,
  wentBackByBank: (sums) => `Se le han devuelto ${sums} a través de su banco.`,
  declines,
});
