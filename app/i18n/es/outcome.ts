import type { Texts } from "../texts";
import type { Unit } from "../unit";

const again = (_unit: Unit): Texts["outcome"]["again"] => ({
  processing: {
    title: "Un pago aún se está confirmando",
    text: (plan) =>
      `Tiene un pago de ${plan} que aún se está confirmando. En cuanto se confirme, se abonará en su saldo. ¿Desea comprar otra vez?`,
  },
  quarantined: {
    title: "Un pago se está revisando",
    text: (plan) =>
      `Tiene un pago de ${plan} que se está revisando. Ha llegado y su proveedor lo ve. ¿Desea comprar otra vez?`,
  },
  credited: {
    title: "Su pago ha llegado",
    text: (plan, count) =>
      `Su pago de ${plan} se ha confirmado; abonado en su saldo: ${count}. ¿Desea comprar otra vez?`,
  },
  ended: {
    title: "Esa compra ha terminado",
    text: (plan) => `Su compra anterior de ${plan} terminó sin abono. ¿Desea comprar de nuevo?`,
  },
  see: "Ver su estado",
  buy: "Comprar otra vez",
  back: "Volver",
});

const wentBack = (_unit: Unit): Pick<Texts["outcome"], "refunded" | "partlyRefunded" | "disputed"> => ({
  refunded: {
    title: "Pago reembolsado",
    text: "Cada cambio de su saldo consta en su historial.",
  },
  partlyRefunded: "Se ha reembolsado una parte del pago",
  disputed: {
    title: "Pago disputado",
    text: "Su banco ha retirado el pago. Cada cambio de su saldo consta en su historial.",
  },
});

export const outcome = (unit: Unit): Texts["outcome"] => ({
  credited: {
    title: "Compra abonada",
    added: (count) => `+${count}.`,
    balance: (count) => `Su saldo: ${count}.`,
  },
  ...wentBack(unit),
  processing: {
    title: "Pago en proceso",
    text: "Su banco aún está confirmando el pago. En cuanto lo haga, se abonará en su saldo. Puede tardar unos días; no es necesario que espere aquí. Por favor, no vuelva a pagar.",
  },
  failed: {
    title: "El pago no se ha realizado",
    text: (reason) => `${reason} No se ha cobrado nada. Su saldo no ha cambiado y puede intentarlo de nuevo.`,
  },
  expired: {
    title: "La página de pago ha caducado",
    text: "No se ha cobrado nada y su saldo no ha cambiado. Puede empezar de nuevo.",
  },
  quarantined: {
    title: "Estamos revisando su pago",
    text: "Su pago ha llegado, pero difiere de lo acordado, por lo que todavía no se ha abonado nada en su saldo. Su proveedor lo ve y puede resolverlo; por favor, no vuelva a pagar.",
  },
  cancelled: { title: "Ha cancelado el pago", text: "No se ha cobrado nada y su saldo no ha cambiado." },
  waiting: {
    title: "Esperando su pago",
    text: "Todavía no tenemos noticia de ningún pago. Si acaba de pagar, su compra aparecerá aquí en un momento; por favor, no pague dos veces.",
  },
  looksAgain: "Esta página vuelve a comprobarlo por sí sola.",
  stopLooking: "Dejar de comprobar",
  lookAgain: "Volver a comprobar",
  toPayment: "Ir a la página de pago",
  tryAgain: "Intentar de nuevo",
  receipt: "Recibo",
  history: "Historial",
  back: "Volver al saldo",
  plan: "Plan",
  credits: unit.title,
  price: "Precio",
  purchase: "Compra",
  proof: "Del pago al saldo",
  proofLine: ({ amount, payment, count, entry, balance }) =>
    `${amount}, Stripe ${payment} → ${count}, asiento ${entry}, saldo ${balance}`,
  noPayment: "(sin pago indicado)",
  again: again(unit),
});
