import { imagePath } from "../../../portals/image-path";
import { Button } from "../../../ui/Button";
import { Card } from "../../../ui/Card";
import { useDocumentForm } from "../../../ui/document-form";
import { FileField } from "../../../ui/FileField";
import { SubmitButton } from "../../../ui/SubmitButton";
import type { PreviewedImages } from "./PortalPreview";

const ACTION = "/settings/portal/images";

const KINDS = [
  { kind: "logo", label: "Logo", hint: "In place of the title, 32 pixels high. At most 2000 × 1000 pixels" },
  { kind: "favicon", label: "Favicon", hint: "In the tab of the browser. A square of 16 to 512 pixels" },
] as const;

/** Sent as whole pages: a file is not worth a script. */
export const PortalImagesCard = ({ logoId, faviconId }: PreviewedImages) => (
  <Card
    id="images"
    title="Pictures"
    description="PNG, JPEG or WebP, at most 128 KB each. Stripe's page shows a logo that is PNG or JPEG and at least 128 pixels wide and high."
  >
    <div className="grid gap-6 sm:grid-cols-2">
      {KINDS.map((picture) => (
        <ImageForms
          key={picture.kind}
          {...picture}
          path={imagePath(picture.kind === "logo" ? logoId : faviconId)}
        />
      ))}
    </div>
  </Card>
);

function ImageForms({ kind, label, hint, path }: (typeof KINDS)[number] & { path: string | null }) {
  const { saying, say } = useDocumentForm();
  return (
    <div className="grid content-start gap-3">
      {path && (
        <div className="flex items-center gap-3">
          <img
            src={path}
            alt={`${label} as it is now`}
            className="h-12 w-auto max-w-48 rounded-md border border-border object-contain p-1"
          />
          <form method="post" action={ACTION}>
            <input type="hidden" name="kind" value={kind} />
            <Button type="submit" size="small" name="intent" value="remove" aria-label={`Remove ${kind}`}>
              Remove
            </Button>
          </form>
        </div>
      )}
      <form
        method="post"
        action={ACTION}
        encType="multipart/form-data"
        className="grid gap-3"
        onSubmit={() => say("Uploading…")}
      >
        <input type="hidden" name="kind" value={kind} />
        <FileField
          label={path ? `Another ${kind}` : label}
          name="file"
          id={kind}
          hint={hint}
          accept="image/png,image/jpeg,image/webp"
          required
        />
        <div>
          <SubmitButton variant="secondary" pending={saying ?? false} aria-label={saying ?? `Upload ${kind}`}>
            Upload
          </SubmitButton>
        </div>
      </form>
    </div>
  );
}
