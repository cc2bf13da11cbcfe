import type { Texts } from "../texts";
import type { Unit } from "../unit";

type Emails = Texts["emails"];

export const emails = (unit: Unit): Emails => ({
  line: (label, value) => `${label}: ${value}`,
  rows,
  viewPurchase: "Ver su compra",
  viewBalance: "Ver su saldo",
  buy: `Comprar ${unit.other}`,
  alertsOff: (sender) =>
    `Recibe este mensaje porque los avisos están activados en su cuenta. Para desactivarlos, escriba a ${sender}.`,
  ...payments(unit),
  ...changes(unit),
  signIn: {
    subject: (code) => `${code} es su código de inicio de sesión`,
    heading: "Su código de inicio de sesión",
    button: "Iniciar sesión",
    once: "El código y el enlace sirven una sola vez y durante 10 minutos. Si no los ha solicitado, no haga caso de este mensaje: nadie ha iniciado sesión.",
  },
  invitation: {
    subject: (sender) => `Su invitación a ${sender}`,
    heading: "Tiene una invitación",
    text: (sender) =>
      `${sender} ha abierto una cuenta para usted. En ella puede ver su saldo, comprar ${unit.other} y encontrar sus recibos.`,
    how: (address) =>
      `Inicie sesión con esta dirección: ${address}. No necesita contraseña: le enviamos un código cada vez.`,
    signIn: "Iniciar sesión",
    unexpected: "Si no esperaba este mensaje, no haga caso de él.",
  },
});

const rows: Emails["rows"] = {
  plan: "Plan",
  added: "Añadido",
  removed: "Retirado",
  returned: "Devuelto",
  paid: "Importe pagado",
  amount: "Importe",
  refunded: "Reembolsado",
  reason: "Motivo",
  note: "Nota",
  balance: "Saldo",
  newBalance: "Nuevo saldo",
  date: "Fecha",
  receipt: "Recibo",
  purchase: "Compra",
};

const payments = (
  _unit: Unit,
): Pick<Emails, "receipt" | "paymentProcessing" | "paymentFailed" | "refundRecorded" | "refundFailed"> => ({
  receipt: {
    subject: (added) => `Recibo: ${added}`,
    thanks: "Gracias",
    confirmed: "Su pago se ha confirmado",
    added: (added) => `Añadido a su saldo: ${added}.`,
    print: "Recibo para imprimir",
  },
  paymentProcessing: {
    subject: "Su pago se está procesando",
    text: "Su banco todavía está confirmando el pago, lo que puede tardar unos días. En cuanto lo haga, su saldo aumentará y le enviaremos un recibo.",
    nothing: "No tiene que hacer nada.",
  },
  paymentFailed: {
    subject: "Su pago no se ha realizado",
    text: "No se ha cobrado nada y su saldo no ha cambiado.",
    retry: "Volver a intentarlo",
  },
  refundRecorded: {
    subject: (amount) => `Reembolso de ${amount}`,
    text: (amount) => `El importe de ${amount} se devuelve a la tarjeta o la cuenta con la que pagó.`,
    patience: "Los bancos tardan unos días en mostrarlo.",
    untouched: "Su saldo no ha cambiado.",
    removed: (removed) => `A cambio, su saldo ha disminuido: ${removed}.`,
  },
  refundFailed: {
    subject: (amount) => `Su reembolso de ${amount} no se ha realizado`,
    text: "El dinero no ha llegado a la tarjeta o la cuenta con la que pagó.",
    ask: (sender) => `Si todavía lo espera, escriba a ${sender}.`,
    returned: (returned) =>
      `Lo que se retiró de su saldo por el reembolso vuelve a estar en él: ${returned}.`,
  },
});

const changes = (
  unit: Unit,
): Pick<
  Emails,
  "creditsRemoved" | "creditsReturned" | "lowCredits" | "usedUp" | "creditsAdded" | "creditsDeducted"
> => ({
  creditsRemoved: {
    subject: (removed) => `Retirado de su saldo: ${removed}`,
    text: "El pago correspondiente se ha devuelto.",
  },
  creditsReturned: {
    subject: (added) => `Devuelto a su saldo: ${added}`,
    text: "El pago correspondiente sigue siendo válido.",
  },
  lowCredits: {
    subject: (left) => `Le queda poco saldo: ${left}`,
    text: "Su saldo se está agotando.",
  },
  usedUp: {
    subject: "Su saldo se ha agotado",
    text: `Lo que necesita ${unit.other} se detiene hasta que haya saldo de nuevo.`,
  },
  creditsAdded: {
    subject: (added) => `Añadido a su saldo: ${added}`,
    text: (sender) => `${sender} ha aumentado su saldo.`,
  },
  creditsDeducted: {
    subject: (removed) => `Retirado de su saldo: ${removed}`,
    text: (sender) => `${sender} ha reducido su saldo.`,
  },
});
