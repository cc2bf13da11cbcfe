import type { Brand } from "../portals/brand";
import { EmailButton, EmailLayout, INK, QUIET, renderEmail } from "./layout";

/** The e-mail that signs a person in: a code to type here, and a link to a page with a button. */
export function signInEmail(
  site: { title: string; brand: Brand; logo: string | null },
  code: string,
  link: string,
) {
  const subject = `${code} is your sign-in code`;
  return {
    subject,
    text: `${site.title}\n\nYour sign-in code is ${code}\n\nOr open this link:\n${link}\n\nBoth work once and for 10 minutes. If you did not ask for them, ignore this message; nobody was signed in.\n`,
    html: renderEmail(
      <EmailLayout sender={site.title} brand={site.brand} logo={site.logo} preview={subject}>
        <p style={{ margin: "0 0 8px", fontSize: 15 }}>Your sign-in code</p>
        <p style={{ margin: "0 0 24px", fontSize: 34, fontWeight: 700, letterSpacing: 6, color: INK }}>
          {code}
        </p>
        <p style={{ margin: "0 0 24px" }}>
          <EmailButton href={link} brand={site.brand}>
            Sign in
          </EmailButton>
        </p>
        <p style={{ margin: 0, fontSize: 13, color: QUIET }}>
          Both work once and for 10 minutes. If you did not ask for them, ignore this message; nobody was
          signed in.
        </p>
      </EmailLayout>,
    ),
  };
}
