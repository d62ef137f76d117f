// On the page of a picture: press it where no crop may lose anything. The two fields say the same for those who do not.
const frame = document.querySelector("[data-focus]");
const [x, y] = ["focus-x", "focus-y"].map((name) => document.querySelector(`[name="${name}"]`));

if (frame && x && y) {
    const mark = document.createElement("span");
    mark.className = "focus-mark";
    mark.setAttribute("aria-hidden", "true");
    frame.append(mark);
    const show = () => {
        mark.style.insetInlineStart = "auto";
        mark.style.left = `${x.value}%`;
        mark.style.top = `${y.value}%`;
        const step = (field) => Math.round(Number(field.value) / 25);
        for (const crop of document.querySelectorAll(".crops img")) crop.className = `focus-${step(x)}-${step(y)}`;
    };
    frame.addEventListener("click", (event) => {
        const place = frame.getBoundingClientRect();
        const part = (at, size) => String(Math.min(100, Math.max(0, Math.round((at / size) * 100))));
        x.value = part(event.clientX - place.left, place.width);
        y.value = part(event.clientY - place.top, place.height);
        show();
    });
    for (const field of [x, y]) field.addEventListener("input", show);
    show();
}
