/// An export of WordPress written for a test.
struct SampleExport {
    struct Item {
        var id: Int
        var type = "post"
        var status = "publish"
        var title: String
        var content = "<p>Text of the story.</p>"
        var excerpt = ""
        var slug: String
        var link: String?
        var guid: String?
        var date = "2024-09-01 08:00:00"
        var modified: String?
        var password = ""
        var isSticky = false
        var creator = "ben"
        /// Taxonomy, address, name.
        var terms: [(domain: String, slug: String, name: String)] = []
        var meta: [(String, String)] = []
        var comments = ""
        var url: String?

        init(_ id: Int, _ title: String, slug: String? = nil) {
            self.id = id
            self.title = title
            self.slug = slug ?? "story-\(id)"
        }

        func with(_ change: (inout Item) -> Void) -> Item {
            var item = self
            change(&item)
            return item
        }
    }

    var title = "Port News"
    var link = "https://port.example"
    var description = "All about the port"
    var language = "en-US"
    /// Authors, categories, tags and terms.
    var head = ""
    var items: [Item] = []

    static func category(_ id: Int, _ slug: String, _ name: String, parent: String = "") -> String {
        """
        <wp:category><wp:term_id>\(id)</wp:term_id><wp:category_nicename>\(slug)</wp:category_nicename>\
        <wp:category_parent>\(parent)</wp:category_parent><wp:cat_name><![CDATA[\(name)]]></wp:cat_name></wp:category>

        """
    }

    static func comment(_ id: Int, _ text: String, author: String = "Layla", approved: String = "1") -> String {
        """
        <wp:comment><wp:comment_id>\(id)</wp:comment_id><wp:comment_author>\(author)</wp:comment_author>\
        <wp:comment_author_email>reader@mail.example</wp:comment_author_email><wp:comment_author_IP>203.0.113.5</wp:comment_author_IP>\
        <wp:comment_date_gmt>2024-09-02 07:30:00</wp:comment_date_gmt><wp:comment_content><![CDATA[\(text)]]></wp:comment_content>\
        <wp:comment_approved>\(approved)</wp:comment_approved></wp:comment>
        """
    }

    static func picture(_ id: Int, _ file: String, host: String = "https://port.example") -> Item {
        Item(id, file).with {
            $0.type = "attachment"
            $0.status = "inherit"
            $0.url = "\(host)/wp-content/uploads/\(file)"
            $0.guid = $0.url
            $0.meta = [("_wp_attached_file", file)]
        }
    }

    var xml: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title><![CDATA[\(title)]]></title><link>\(link)</link><description><![CDATA[\(description)]]></description>
        <language>\(language)</language><wp:wxr_version>1.2</wp:wxr_version>
        <wp:base_site_url>\(link)</wp:base_site_url><wp:base_blog_url>\(link)</wp:base_blog_url>
        \(head)
        \(items.map { text(of: $0) }.joined())
        </channel></rss>
        """
    }

    private func text(of item: Item) -> String {
        let terms = item.terms.map { "<category domain=\"\($0.domain)\" nicename=\"\($0.slug)\"><![CDATA[\($0.name)]]></category>" }
        let meta = item.meta.map { "<wp:postmeta><wp:meta_key>\($0.0)</wp:meta_key><wp:meta_value><![CDATA[\($0.1)]]></wp:meta_value></wp:postmeta>" }
        return """
            <item>
            <title><![CDATA[\(item.title)]]></title><link>\(item.link ?? "\(link)/\(item.slug)/")</link><dc:creator>\(item.creator)</dc:creator>
            <guid isPermaLink="false">\(item.guid ?? "\(link)/?p=\(item.id)")</guid>
            <content:encoded><![CDATA[\(item.content)]]></content:encoded><excerpt:encoded><![CDATA[\(item.excerpt)]]></excerpt:encoded>
            <wp:post_id>\(item.id)</wp:post_id><wp:post_date_gmt>\(item.date)</wp:post_date_gmt>
            <wp:post_modified_gmt>\(item.modified ?? item.date)</wp:post_modified_gmt>
            <wp:post_name>\(item.slug)</wp:post_name><wp:status>\(item.status)</wp:status><wp:post_type>\(item.type)</wp:post_type>
            <wp:post_password>\(item.password)</wp:post_password><wp:is_sticky>\(item.isSticky ? 1 : 0)</wp:is_sticky>
            \(item.url.map { "<wp:attachment_url>\($0)</wp:attachment_url>" } ?? "")
            \(terms.joined())\(meta.joined())\(item.comments)
            </item>

            """
    }
}

extension SampleExport {
    /// A site of so many stories, with what stories have: sections within sections, topics, bylines, pictures, comments.
    static func large(_ count: Int) -> SampleExport {
        var site = SampleExport()
        site.head =
            category(1, "news", "News")
            + (2...9).map { category($0, "part-\($0)", "Part \($0)", parent: $0 > 4 ? "part-\($0 - 1)" : "news") }.joined()
        for number in 1...count {
            if number % 8 == 0 { site.items.append(Item(200_000 + number, "An entry of the menu").with { $0.type = "nav_menu_item" }) }
            if number % 10 == 0 { site.items.append(picture(100_000 + number, "2024/09/picture-\(number).png")) }
            site.items.append(
                Item(number, "Story number \(number)").with { item in
                    item.content =
                        "<p>Paragraph \(number) of the port.</p><img class=\"wp-image-\(100_000 + number / 10 * 10)\" src=\"\(site.link)/x.png\">"
                    item.date = "2024-09-\(10 + number % 20) 08:\(10 + number % 50):00"
                    item.status = number % 13 == 0 ? "draft" : "publish"
                    item.creator = "writer-\(number % 7)"
                    item.terms = [("category", "part-\(2 + number % 8)", "Part"), ("post_tag", "tag-\(number % 11)", "Tag \(number % 11)")]
                    if number % 5 == 0 { item.comments = SampleExport.comment(number, "Comment \(number)") }
                    if number % 20 == 0 { item.meta = [("_thumbnail_id", String(100_000 + number))] }
                })
        }
        return site
    }
}
