/** A decorative conversation strip as in the inspector: hues of voices, the playhead, later events dimmed. */
export function ConversationShape() {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${bars.length * step} 64`}
      className="pointer-events-none absolute bottom-8 h-14 max-w-[calc(100%-3rem)]"
    >
      {bars.map((bar, place) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing that never changes
          key={place}
          x={place * step}
          y={56 - bar.height}
          width={step - 4}
          height={bar.height}
          rx="2"
          className={`${hues[bar.voice]} ${place < playhead ? "opacity-70" : "opacity-20"}`}
        />
      ))}
      <line
        x1={playhead * step - 2}
        x2={playhead * step - 2}
        y1="8"
        y2="60"
        className="stroke-accent"
        strokeWidth="1.5"
      />
      <circle cx={playhead * step - 2} cy="6" r="4" className="fill-accent" />
    </svg>
  );
}

const step = 11;
const playhead = 26;

const hues = {
  visitor: "fill-visitor",
  bot: "fill-bot",
  agent: "fill-agent",
  note: "fill-warning",
  system: "fill-muted",
};
const voices: Record<string, keyof typeof hues> = { v: "visitor", b: "bot", a: "agent", n: "note", s: "system" };

const bars =
  "b16 v12 b28 b24 v20 s8 b30 v14 b22 v26 s8 b18 v32 v18 s8 s8 a26 a30 v22 a18 n24 a28 v16 v24 a20 v30 a26 v14 a22 v18 s8 a28 v20 a16 v12 s8"
    .split(" ")
    .map((bar) => ({ voice: voices[bar.charAt(0)] ?? "system", height: Number(bar.slice(1)) }));
