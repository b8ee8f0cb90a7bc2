export default function InboxPage() {
  return <main>Playhead</main>;
}
