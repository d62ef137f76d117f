@testable import Markup

/// Every text the tests know, for properties that hold whatever comes in.
enum Inputs {
    static let own: [String] = ownAttacks + HostileShapes.small

    static var all: [String] {
        own + Corpora.attacks.values.flatMap(\.self) + Corpora.commonMark.flatMap { [$0.markdown, $0.html] } + Corpora.posts
    }

    static let ownAttacks = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\" java\tscript:alert(1)\">x</a>", "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"//evil.example\">x</a>", "<a href=\"/\\evil.example\">x</a>", "<a href=\"https://good.example@evil.example\">x</a>",
        "<a href=\"\u{1}javascript:alert(1)\">x</a>", "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"data:text/html,x\"></object>", "<embed src=\"javascript:alert(1)\">",
        "<form action=\"javascript:alert(1)\"><button>x</button></form>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
        "<table><td><svg><desc><table><td></desc></svg></td></table><img src onerror=alert(1)>",
        "<p style=\"background:url(javascript:alert(1))\" onclick=\"alert(1)\">x</p>",
        "<base href=\"javascript:/a/-alert(1)///////\"><a href=../lol/safari.html>x</a>",
        "<a href=\"https://x.example/&quot; onmouseover=&quot;alert(1)\">x</a>",
        "<img alt=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\" src=\"/a.png\">",
        "[x](javascript:alert(1))", "[x](<java\nscript:alert(1)>)", "![x](data:image/svg+xml;base64,PHN2Zz4=)",
        "[caption]<img src=x onerror=alert(1)>[/caption]",
        "[embed]javascript:alert(1)[/embed]", "[caption caption='<script>alert(1)</script>']<img src=\"/a.png\">[/caption]",
        "<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->",
        "<!-- wp:cover {\"url\":\"javascript:alert(1)\",\"id\":1} --><div style=\"background-image:url(x)\">x</div><!-- /wp:cover -->",
        "[video src=\"javascript:alert(1)\"]", "[audio mp3='\" onerror=\"alert(1)']",
        "<figure class=\"embed\"><a href=\"javascript:alert(1)\">x</a></figure>",
    ]
}

/// Markup built to be slow, deep or torn.
enum HostileShapes {
    static let small = [
        "", " ", "<", "</", "<!", "<!-", "&", "&#", "&#x;", "&#0;", "&#13;x", "\u{0}", "a\u{0}b", "\u{FEFF}x", "<p>a</p", "<b><i>a</b>c</i>",
        "<p><b>a<p>c</b>d",
        "<ul>x<li>a<ul><li>c</ul><ul><li>d</ul></ul>", "<table>x<tr><td>a<table><tr><td>c</table></table>", "<a href=/a>x<a href=/c>y</a>z</a>",
        "<b><p>a</p><p>c</p></b>", "<a href=/a><p>a</p><img src=/p.png></a>", "<h2><p>a</p><img src=/p.png>c</h2>", "<pre>\n\n a\n b \n\n</pre>",
        "<pre>\r\na&#13;c</pre>", "a <b> c </b> d", "a<b> </b>c", "<b>a</b><b>c</b>", "<b>a<b>c</b></b>", "<code> a  c </code>d",
        "<code>a<b>c</b></code>", "a <code> </code> c",
        "<code>a</code><code>c</code>", "<br>a<br><br><br>c<br>", "a<br> <b> <br>c</b>", "<span lang=ar>a</span>",
        "<p lang=en><span lang=ar dir=rtl>a</span></p>",
        "<span lang=ar><span dir=rtl>a</span> c</span>", "<q>a</q>", "<ol start=-3><li><li>a</ol>", "<ol><li></ol>",
        "<blockquote>a<cite>c</cite></blockquote>",
        "<blockquote><footer>c</footer></blockquote>", "<blockquote><blockquote>a</blockquote></blockquote>",
        "<blockquote class=pullquote>a</blockquote>",
        "<figure class=pullquote><blockquote>a</blockquote><figcaption>c</figcaption></figure>",
        "<figure><img src=/a.png><img src=/c.png><figcaption>d</figcaption></figure>",
        "<figure class=gallery><img src=/a.png><figcaption>d</figcaption></figure>",
        "<figure><figure><img src=/a.png><figcaption>a</figcaption></figure><figcaption>c</figcaption></figure>",
        "<figure><img src=/a.png><figcaption lang=ar>a<div class=credit dir=rtl>c</div></figcaption></figure>",
        "<figure><figcaption>a</figcaption></figure>",
        "<figure><img src=/a.png><figcaption><div class=credit>c</div></figcaption></figure>", "<div class=credit>c</div>",
        "<figure class=embed>x</figure>",
        "<figure class=embed><a href=https://a.example/>https://a.example/</a></figure>",
        "<figure class=embed><a href=https://a.example/>A <b>title</b></a><figcaption>c</figcaption></figure>",
        "<figure><table><tr><th>a<tr><td>c</table><figcaption>d</figcaption></figure>", "<table><tr><th>a</table>",
        "<table><thead><tr><td>a</thead><tr><td>c</table>",
        "<table><tr><td colspan=0 rowspan=9999>a<td></table>", "<table><td><p>a</p><p>c</p><ul><li>d</ul><img src=/a.png></table>",
        "<table><caption>a</caption><td></table>",
        "<table dir=rtl lang=ar><tr><td>a</table>", "<div lang=ar dir=rtl>a<p>c<p dir=ltr>d</div>", "<dl><dt>a<dd>c</dl>",
        "<details><summary>a</summary>c</details>",
        "<li>a", "<td>a<td>c", "<hr><hr>", "<a href=/a></a>", "<a href=/a> x </a>y", "<sup>a<sup>c</sup></sup>",
        "<em><strong><em>a</em></strong></em>",
        "<ul><li><p>a</p><p>c</p></li><li lang=ar>d<ul><li>e</ul></ul>", "<ul><li><p lang=ar>a</p><ul><li>c</ul></ul>",
        "<ul><li>a<img src=/a.png>c</ul>",
        "<ul class=wp-block-gallery><li><figure><img src=/a.png></figure><li><img src=/c.png>x</ul>", "<img src=/a.png width=1 height=1>",
        "<img src=\"media:7\" alt=\"  a \n c\">",
        "<img src=media:07>", "<img src=media:-1>", "<img src=\"https://a.example/ü ö.png\">", "<a href=\"https://Ä.example/ا ب?x=[1]#ü%zz\">x</a>",
        "<a href=\"https://a.example:080/\">x</a>",
        "<iframe src=//a.example/x title=\" a  c \"></iframe>", "<video><source src=/a.mp4>fallback</video>", "<svg><text>a</text></svg>",
        "<template><p>a</p></template>",
        "<textarea>a</textarea><select><option>c</select>", "<foo-bar>a</foo-bar>", "<plaintext>a</p>", "<frameset><frame>",
        "<body onload=x><p>a</body>", "<p>a&nbsp;&nbsp;c &lt;b&gt;</p>",
        "a\u{2028}c\u{202E}d\u{200F}e", "<p>\u{85}a&#xFFFE;b&#xFDD0;</p>", "e\u{301}<b>\u{301}</b>", "<wbr>a<wbr>c", "<ruby>a<rt>c</ruby>",
    ]

    static func nested(_ open: String, _ count: Int, _ close: String = "") -> String {
        String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
    }
}
