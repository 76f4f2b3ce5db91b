import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // the templates stand beside this folder
  server: { fs: { allow: [".."] } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{js,jsx}", "lab/**/*.test.js"],
    restoreMocks: true,
  },
});
