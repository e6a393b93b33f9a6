// Recent absolute times become relative ones ("3 hours ago") with the absolute as tooltip; older ones stay as they are.
const DAY = 86400;
const STEPS = [[60, "second", 1], [3600, "minute", 60], [DAY, "hour", 3600], [7 * DAY, "day", DAY]];
const words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });

const relative = (seconds) => {
  const step = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  return step && words.format(-Math.round(seconds / step[2]), step[1]);
};

const refresh = (root = document) => {
  for (const time of root.querySelectorAll("time[data-moment]")) {
    time.title ||= time.textContent;
    time.textContent = relative((Date.now() - Date.parse(time.dateTime)) / 1000) ?? time.title;
  }
};

refresh();
setInterval(refresh, 60000);
document.addEventListener("htmx:load", (event) => refresh(event.target));
