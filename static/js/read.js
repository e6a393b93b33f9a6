// Notes how far somebody has read: the last post that was on the screen, sent by a small POST when she rests or leaves.
const form = document.querySelector("form[data-read-form]");
const posts = document.querySelectorAll("[data-read-posts] > [id^='n']");
let seen = 0;
let sent = 0;
let timer = 0;

const send = () => {
  if (seen <= sent) return;
  sent = seen;
  const body = new FormData(form);
  body.set("position", String(seen));
  fetch(form.action, { method: "POST", body, keepalive: true, headers: { "X-Requested-With": "fetch" } })
    .catch(() => { sent = 0; });
};

const note = (entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    const place = document.getElementById(entry.target.dataset.place);
    seen = Math.max(seen, Number(place.id.slice(1)));
  }
  clearTimeout(timer);
  timer = setTimeout(send, 1500);
};

if (form && "IntersectionObserver" in window) {
  form.hidden = true;
  const watcher = new IntersectionObserver(note, { threshold: 0.01, rootMargin: "0px 0px -15% 0px" });
  for (const place of posts) {
    const post = place.nextElementSibling;
    if (!post) continue;
    post.dataset.place = place.id;
    watcher.observe(post);
  }
  document.addEventListener("visibilitychange", () => { if (document.hidden) send(); });
}
