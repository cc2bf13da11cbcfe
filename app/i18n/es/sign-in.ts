import type { Texts } from "../texts";

export const signIn: Texts["signIn"] = {
  title: "Iniciar sesión",
  text: "Le enviamos un código por correo electrónico. No hace falta contraseña.",
  email: "Correo electrónico",
  emailWrong: "Introduzca su dirección de correo electrónico, por ejemplo ana@example.com",
  send: "Enviar código",
  codeTitle: "Revise su correo electrónico",
  codeText:
    "Si esta dirección puede iniciar sesión aquí, un código de seis dígitos está en camino. Es válido durante 10 minutos.",
  code: "Código",
  codeWrong:
    "Este código no es correcto, ya se ha utilizado o tiene más de 10 minutos. Compruébelo o solicite uno nuevo.",
  otherAddress: "Usar otra dirección o solicitar un código nuevo",
  linkText: "Un clic y habrá iniciado sesión.",
  link: {
    elsewhere: {
      title: "Abra este enlace donde lo solicitó",
      text: "Abra este enlace en el navegador en el que lo solicitó, o escriba allí el código: está en el mismo correo. No se ha gastado nada. Si lo solicitó varias veces, solo vale el correo más reciente.",
      button: "Iniciar sesión aquí con un código nuevo",
    },
    spent: {
      title: "Este enlace ya no es válido",
      text: "Un enlace es válido una sola vez y durante 10 minutos, en el sitio que lo envió. Solicite uno nuevo; no se ha cambiado nada.",
      button: "Solicitar un enlace nuevo",
    },
  },
};
