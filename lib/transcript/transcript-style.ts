/** The styles of a transcript's HTML: the page's hues and sides, in light and dark and in print. */
export const transcriptStyle = `
:root{--text:#1d1d1b;--muted:#6b6b66;--line:#e7e7e3;--ground:#fbfbfa;--pane:#fff;--visitor:#e6f2fb;--agent:#e7f6ef;--bot:#7a4fd0;--chosen:#0b5c9c;--note:#fff6d6;--note-text:#6b5510;--warning:#9a3d00;--warning-soft:#fff1e5}
@media (prefers-color-scheme:dark){:root{--text:#ededea;--muted:#a2a29b;--line:#2c2c29;--ground:#111110;--pane:#181817;--visitor:#152b3c;--agent:#14301f;--bot:#b195f2;--chosen:#5cb4f2;--note:#2e2810;--note-text:#ead58a;--warning:#f5a35c;--warning-soft:#33210f}}
*{box-sizing:border-box}
body{font:14px/1.5 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:2rem 1rem;color:var(--text);background:var(--ground);font-variant-numeric:tabular-nums}
h1{font-size:1.25rem;margin:0 0 .75rem}h2{font-size:.8rem;font-weight:400;text-align:center;color:var(--muted);margin:1.75rem 0 .5rem}
p,ul,dl,dd{margin:0}header{border-bottom:1px solid var(--line);padding-bottom:1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.125rem 1rem;font-size:.85rem}dt{color:var(--muted);overflow-wrap:anywhere}footer{border-top:1px solid var(--line);margin-top:2rem}footer dl{grid-template-columns:minmax(6rem,16rem) 1fr}dd{white-space:pre-wrap}dd,.said,.line,.warning,h1{overflow-wrap:anywhere}
time,.by,.outcome,.line{color:var(--muted);font-size:.8rem}.line{text-align:center;margin:.5rem 0}b{font-weight:500}
article{display:flex;flex-direction:column;align-items:flex-end;margin:.75rem 0;break-inside:avoid}article.visitor{align-items:flex-start}
.said{max-width:85%;padding:.5rem .75rem;border-radius:1rem;white-space:pre-wrap;background:var(--pane);border:1px solid var(--line)}
.visitor .said{background:var(--visitor);border-color:transparent}.agent .said{background:var(--agent);border-color:transparent}
.bot .said{border-radius:.75rem;border-right:3px solid var(--bot)}.note .said{background:var(--note);color:var(--note-text);border-color:transparent;border-radius:.75rem}
ul{list-style:none;padding:0;white-space:normal}.offered{display:flex;flex-wrap:wrap;gap:.375rem;margin-top:.375rem}
.offered li{border:1px solid var(--line);border-radius:1rem;padding:.0625rem .625rem}.offered .chosen{border-color:var(--chosen);background:var(--visitor);color:var(--chosen);font-weight:500}
.fields{margin-top:.25rem;font-size:.9em}small{color:var(--muted);font-size:.9em}.chosen small{color:inherit}a{color:inherit}
pre{margin:.375rem 0 0;font:12px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.warning{margin:.5rem auto;max-width:34rem;padding:.375rem .75rem;border-radius:.5rem;background:var(--warning-soft);color:var(--warning);font-size:.85rem}
@page{margin:18mm 14mm 16mm;@top-left{content:var(--title);font:9pt system-ui,sans-serif;color:#555}@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#555}}
@media print{:root{color-scheme:light;--text:#000;--muted:#555;--line:#bbb;--ground:#fff;--pane:#fff;--visitor:#e6f2fb;--agent:#e7f6ef;--bot:#7a4fd0;--chosen:#0b5c9c;--note:#fff6d6;--note-text:#6b5510;--warning:#9a3d00;--warning-soft:#fff}body{padding:0;print-color-adjust:exact}}
`;
