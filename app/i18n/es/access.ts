import type { access as english } from "../en/access";

const askProvider = (supportEmail: string | null) =>
  supportEmail ? `Escribir a ${supportEmail}` : "Iniciar sesión con otra dirección";

export const access: typeof english = {
  portalAccessDenied: (supportEmail) => ({
    title: "El acceso al portal está desactivado",
    message: supportEmail
      ? `Pida a su proveedor que lo active: ${supportEmail}.`
      : "Pida a su proveedor que lo active.",
    action: askProvider(supportEmail),
  }),
  portalClosed: (supportEmail) => ({
    title: "Este portal está cerrado en este momento",
    message: supportEmail
      ? `Su saldo y su historial están a salvo. Pregunte a su proveedor cuándo se abrirá: ${supportEmail}.`
      : "Su saldo y su historial están a salvo. Pregunte a su proveedor cuándo se abrirá.",
    action: askProvider(supportEmail),
  }),
  signUpClosed: (supportEmail) => ({
    title: "Todavía no puede registrarse aquí",
    message: supportEmail
      ? `Este portal no admite clientes nuevos en este momento. Pregunte a su proveedor: ${supportEmail}.`
      : "Este portal no admite clientes nuevos en este momento. Pregunte a su proveedor.",
    action: askProvider(supportEmail),
  }),
  codesLocked: { title: "Demasiados intentos", message: "Espere una hora y vuelva a intentarlo." },
};
