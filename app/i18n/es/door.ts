import type { Texts } from "../texts";

export const door: Texts["door"] = {
  unusedAddress: "Esta dirección no está en uso.",
  unusedMethod: "Este método no se usa aquí.",
  foreignForm:
    "Este formulario se envió desde otro sitio, por lo que no se ha cambiado nada. Abra la página aquí y envíelo de nuevo.",
  noForm: "Aquí solo se pueden enviar formularios.",
  tooLarge: "Este formulario es demasiado grande, por lo que no se ha cambiado nada.",
  notNow: "Esto no ha funcionado en este momento. No se ha movido dinero; inténtelo de nuevo en un momento.",
};
