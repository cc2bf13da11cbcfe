import type { EmailContent } from "./content";
import { EmailButton, EmailLayout, EmailRows, INK, QUIET, renderEmail } from "./layout";
import type { Letter } from "./letter";

/** A message as it goes out: HTML for those who see it, text for everybody else. */
export interface WrittenEmail {
  subject: string;
  html: string;
  text: string;
}

export const writeEmail = (letter: Letter, content: EmailContent): WrittenEmail => ({
  // A header is one line, whatever the names in it are.
  subject: content.subject.replace(/[\r\n]+/g, " "),
  html: renderEmail(<EmailPaper letter={letter} content={content} />),
  text: asText(letter, content),
});

function EmailPaper({ letter, content }: { letter: Letter; content: EmailContent }) {
  const { heading, paragraphs, code, rows, button, link, footnote } = content;
  return (
    <EmailLayout
      sender={letter.sender}
      brand={letter.brand}
      logo={letter.logo}
      contact={letter.replyTo}
      preview={asPreview(letter, content)}
      language={letter.language}
    >
      <h1 style={{ margin: "0 0 8px", fontSize: 22 }}>{heading}</h1>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} style={{ margin: "0 0 16px", fontSize: 15, lineHeight: 1.5 }}>
          {paragraph}
        </p>
      ))}
      {code && (
        <p style={{ margin: "0 0 24px", fontSize: 34, fontWeight: 700, letterSpacing: 6, color: INK }}>
          {code}
        </p>
      )}
      {rows && <EmailRows rows={rows} />}
      {button && (
        <p style={{ margin: "24px 0 0" }}>
          <EmailButton href={button.href} brand={letter.brand}>
            {button.label}
          </EmailButton>
        </p>
      )}
      {link && (
        <p style={{ margin: "16px 0 0", fontSize: 14 }}>
          <a href={link.href} style={{ color: INK }}>
            {link.label}
          </a>
        </p>
      )}
      {footnote && <p style={{ margin: "24px 0 0", fontSize: 13, color: QUIET }}>{footnote}</p>}
    </EmailLayout>
  );
}

/** What a list of messages shows beside the subject: what the subject does not say yet. */
const asPreview = ({ texts }: Letter, { paragraphs, rows = [], footnote = "" }: EmailContent): string => {
  const lines = rows.map(([label, value]) => texts.line(label, value)).join(" · ");
  return [...paragraphs, lines].join(" ").trim() || footnote;
};

function asText({ sender, replyTo, texts }: Letter, content: EmailContent): string {
  const { heading, paragraphs, code = "", rows = [], button, link, footnote } = content;
  const blocks = [
    sender,
    heading,
    ...paragraphs,
    code,
    rows.map(([label, value]) => texts.line(label, value)).join("\n"),
    [button, link].flatMap((place) => (place ? texts.line(place.label, place.href) : [])).join("\n"),
    footnote ?? "",
    replyTo ? `${sender} · ${replyTo}` : "",
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
