import type { Texts } from "../texts";

export const signIn: Texts["signIn"] = {
  title: "Se connecter",
  text: "Nous vous envoyons un code par e-mail. Il n’y a pas de mot de passe.",
  email: "Adresse e-mail",
  emailWrong: "Saisissez votre adresse e-mail, par exemple ana@example.com",
  send: "Envoyer le code",
  codeTitle: "Consultez vos e-mails",
  codeText:
    "Si cette adresse peut se connecter ici, un code à six chiffres est en route. Il est valable 10 minutes.",
  code: "Code",
  codeWrong:
    "Ce code est incorrect, a déjà été utilisé ou date de plus de 10 minutes. Vérifiez-le ou demandez-en un nouveau.",
  otherAddress: "Utiliser une autre adresse ou demander un nouveau code",
  linkText: "Un clic, et vous êtes connecté.",
  link: {
    elsewhere: {
      title: "Ouvrez ce lien là où vous l’avez demandé",
      text: "Ouvrez ce lien dans le navigateur où vous l’avez demandé, ou saisissez-y le code : il figure dans le même e-mail. Rien n’a été utilisé. Si vous avez fait plusieurs demandes, seul le dernier e-mail compte.",
      button: "Se connecter ici avec un nouveau code",
    },
    spent: {
      title: "Ce lien n’est plus valable",
      text: "Un lien est valable une seule fois et pendant 10 minutes, sur le site qui l’a envoyé. Demandez-en un nouveau ; rien n’a été modifié.",
      button: "Demander un nouveau lien",
    },
  },
};
