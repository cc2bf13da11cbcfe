/** What a message says. Its HTML and its text are made of the same, so that neither says what the other does not. */
export interface EmailContent {
  subject: string;
  heading: string;
  paragraphs: string[];
  /** What is to be typed elsewhere, to be read at a glance. */
  code?: string;
  rows?: [label: string, value: string][];
  button?: { label: string; href: string };
  link?: { label: string; href: string };
  /** Said quietly at the end. */
  footnote?: string;
}
