import type { MetadataRoute } from "next";

/** The web manifest: browsers offer to install Playhead as an app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Playhead",
    short_name: "Playhead",
    description: "A self-hosted conversation inspector for Support Hunt",
    start_url: "/",
    display: "standalone",
    background_color: "#fbfbfa",
    theme_color: "#fbfbfa",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
