import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Brand } from "../portals/brand";

/** Colours of a message: mail programs know no stylesheet, so they stand beside what they colour. */
export const INK = "#18181b";
export const QUIET = "#52525b";
const LINE = "#e4e4e7";
const FONT = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

interface EmailLayoutProps {
  sender: string;
  /** The address of the logo that stands for the sender's name, if there is one. */
  logo: string | null;
  brand: Brand;
  /** Where the sender is asked about it. */
  contact: string | null;
  /** What stands beside the subject in a list of messages. */
  preview: string;
  language?: string;
  children: ReactNode;
}

export function EmailLayout({ language = "en", ...props }: EmailLayoutProps) {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
      </head>
      <body style={{ margin: 0, padding: "32px 16px", background: "#f4f4f5", fontFamily: FONT, color: INK }}>
        <div style={{ display: "none", maxHeight: 0, overflow: "hidden" }}>{props.preview}</div>
        <div
          style={{
            maxWidth: 480,
            margin: "0 auto",
            background: "#ffffff",
            border: `1px solid ${LINE}`,
            borderTop: `4px solid ${props.brand.background}`,
            borderRadius: 12,
            padding: 32,
            wordBreak: "break-word",
          }}
        >
          <p style={{ margin: "0 0 24px", fontSize: 15, fontWeight: 600 }}>
            {props.logo ? <EmailLogo src={props.logo} title={props.sender} /> : props.sender}
          </p>
          {props.children}
        </div>
        {props.contact && (
          <p style={{ margin: "16px 0 0", textAlign: "center", fontSize: 13, color: QUIET }}>
            {props.sender} ·{" "}
            <a href={`mailto:${props.contact}`} style={{ color: QUIET }}>
              {props.contact}
            </a>
          </p>
        )}
      </body>
    </html>
  );
}

/** Where pictures are not shown, or this one is gone, the title is. Outlook knows the attribute alone. */
const EmailLogo = ({ src, title }: { src: string; title: string }) => (
  <img
    src={src}
    alt={title}
    height={32}
    style={{ height: "auto", maxHeight: 32, maxWidth: 192, border: 0 }}
  />
);

const CELL = { padding: "10px 0", borderTop: `1px solid ${LINE}`, verticalAlign: "top" } as const;

/** A value may be an id that is longer than a phone is wide: it breaks, and its label does not. */
export function EmailRows({ rows }: { rows: [label: string, value: string][] }) {
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} style={{ borderCollapse: "collapse", fontSize: 15 }}>
      <tbody>
        {rows.map(([label, value]) => (
          <tr key={label}>
            <td style={{ ...CELL, paddingRight: 16, color: QUIET, wordBreak: "normal" }}>{label}</td>
            <td style={{ ...CELL, textAlign: "right" }}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function EmailButton({ href, brand, children }: { href: string; brand: Brand; children: string }) {
  return (
    <a
      href={href}
      style={{
        display: "inline-block",
        padding: "12px 20px",
        borderRadius: 8,
        background: brand.background,
        color: brand.foreground,
        fontWeight: 600,
        textDecoration: "none",
      }}
    >
      {children}
    </a>
  );
}

export const renderEmail = (message: ReactNode): string => `<!doctype html>${renderToStaticMarkup(message)}`;
