import { clsx } from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type NoticeTone = "info" | "success" | "warning" | "danger";

interface NoticeProps {
  tone?: NoticeTone | undefined;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
}

const TONE = {
  info: { Icon: Info, box: "bg-info-soft border-info-soft", ink: "text-info" },
  success: { Icon: CircleCheck, box: "bg-success-soft border-success-soft", ink: "text-success" },
  warning: { Icon: TriangleAlert, box: "bg-warning-soft border-warning-soft", ink: "text-warning" },
  danger: { Icon: CircleAlert, box: "bg-destructive-soft border-destructive-soft", ink: "text-destructive" },
};

export function Notice({ tone = "info", title, text, action }: NoticeProps) {
  const { Icon, box, ink } = TONE[tone];
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={clsx("flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border px-4 py-3 text-sm", box)}
    >
      <div className="flex min-w-48 flex-1 gap-3">
        <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", ink)} />
        <div className="grid gap-0.5">
          <p className="font-semibold">{title}</p>
          {text && <div>{text}</div>}
        </div>
      </div>
      {action}
    </div>
  );
}
