import type { Texts } from "../texts";

export const errors: Texts["errors"] = {
  notPossible: {
    title: "Esto no es posible aquí",
    message: "No se ha cambiado nada. Vuelva al inicio e inténtelo desde allí.",
  },
  unexpected: {
    title: "Ha ocurrido un error por nuestra parte",
    message:
      "El error ha quedado registrado. Inténtelo de nuevo; si vuelve a ocurrir, póngase en contacto con el servicio de asistencia.",
  },
  backToStart: "Volver al inicio",
  retry: "Intentar de nuevo",
};
