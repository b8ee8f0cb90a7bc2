import { useMemo } from "react";
import { hexLines } from "./hex-lines";

const lines = 64;
const linesBefore = 8;

/** A hex dump of a body that is not text, around the error; the whole body can be downloaded. */
export function BodyBytes({ base64, fault }: { base64: string; fault: number | null }) {
  const body = useMemo(() => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)), [base64]);
  const shown = hexLines(body, Math.max(0, (fault ?? 0) - linesBefore * 16), lines);
  return (
    <section
      aria-label="Body"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto px-4 py-3 -outline-offset-2"
    >
      <table className="font-mono text-xs leading-5">
        <tbody>
          {shown.map(({ offset, bytes, signs }) => (
            <tr key={offset}>
              <th scope="row" className="pr-4 text-left font-normal text-muted">
                {offset.toString(16).padStart(6, "0")}
              </th>
              <td className="pr-4 whitespace-pre">
                {bytes.map((byte, place) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a byte is
                    key={place}
                    {...(offset + place === fault ? { "data-fault": true } : {})}
                    className={offset + place === fault ? "bg-warning-soft font-semibold text-warning" : undefined}
                  >
                    {byte}{" "}
                  </span>
                ))}
              </td>
              <td className="whitespace-pre text-muted">{signs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
