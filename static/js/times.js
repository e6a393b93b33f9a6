// Recent absolute times become relative ones ("3 hours ago") with the absolute as tooltip; older ones stay as they are.
// In the rows of a list there is no room for more than "3 h ago" and, for older ones, the day.
const DAY = 86400;
const STEPS = [[60, "second", 1], [3600, "minute", 60], [DAY, "hour", 3600], [7 * DAY, "day", DAY]];
const lang = document.documentElement.lang || "en";
const spoken = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
const short = new Intl.RelativeTimeFormat(lang, { numeric: "auto", style: "short" });
const inRow = (time) => time.closest(".topic-row__counts");

const relative = (seconds, words) => {
  const step = STEPS.find(([limit]) => Math.abs(seconds) < limit);
  return step && words.format(-Math.round(seconds / step[2]), step[1]);
};

// The hour stands last, after a space that does not break.
const dayOf = (absolute) => absolute.slice(0, absolute.lastIndexOf("\u00a0"));

const refresh = (root = document) => {
  for (const time of root.querySelectorAll("time[data-moment]")) {
    time.title ||= time.textContent;
    const seconds = (Date.now() - Date.parse(time.dateTime)) / 1000;
    const ago = relative(seconds, inRow(time) ? short : spoken);
    time.textContent = ago ?? (inRow(time) ? dayOf(time.title) : time.title);
    time.dataset.moment = time.textContent === time.title ? "" : "relative";
  }
};

refresh();
setInterval(refresh, 60000);
document.addEventListener("htmx:load", (event) => refresh(event.target));
