// Beside a translation stands its original: the block of it that is being translated is marked and kept in sight.
export function followOriginal(editor) {
    const original = document.querySelector(".original");
    if (!original) return;
    const blocks = [...original.querySelectorAll(".block")];
    let current = null;
    const follow = () => {
        const { $from } = editor.state.selection;
        const block = blocks[$from.index(0)];
        if (block === current) return;
        current?.classList.remove("is-here");
        current = block ?? null;
        current?.classList.add("is-here");
        // Within its own column: the page stays where its writer has it.
        if (current && original.scrollHeight > original.clientHeight) {
            original.scrollTop = current.offsetTop - original.offsetTop - original.clientHeight / 3;
        }
    };
    editor.on("selectionUpdate", follow);
    editor.on("focus", follow);
}
