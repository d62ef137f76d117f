import Basics

extension WordPressItem {
    init(_ element: XMLElement, number: Int, line: Int, clock: inout WordPressClock) {
        self.init(number: number, line: line)
        var dates = Dates()
        var comments: [XMLElement] = []
        for child in element.children {
            switch child.space {
            case .rss: readRSS(child, &dates)
            case .wordpress where child.name == "comment": comments.append(child)
            case .wordpress: readWordPress(child, &dates)
            case .content where child.name == "encoded": content = child.text
            case .excerpt where child.name == "encoded": excerpt = child.text
            case .dublinCore where child.name == "creator": creator = child.word
            default: break
            }
        }
        clock.learn(utc: dates.utc, local: dates.local)
        dateGMT = WordPressClock.date(dates.utc)
        modifiedGMT = WordPressClock.date(dates.modifiedUTC)
        date = clock.moment(utc: dates.utc, local: dates.local, published: dates.published)
        modified = clock.moment(utc: dates.modifiedUTC, local: dates.modifiedLocal, published: "")
        categories = WordPressCategory.distinct(categories)
        self.comments = comments.map { WordPressComment($0, clock: clock) }
    }

    private struct Dates {
        var utc = "", local = "", modifiedUTC = "", modifiedLocal = "", published = ""
    }

    private mutating func readRSS(_ child: XMLElement, _ dates: inout Dates) {
        switch child.name {
        case "title": title = child.word
        case "link": link = child.word
        case "guid": guid = child.word
        case "pubDate": dates.published = child.word
        case "category": categories.append(WordPressCategory(child))
        default: break
        }
    }

    private mutating func readWordPress(_ child: XMLElement, _ dates: inout Dates) {
        switch child.name {
        case "post_id": id = Int64(child.word)
        case "post_type": type = child.word
        case "status": status = child.word
        case "post_name": slug = WordPressSlug(child.word)
        case "post_date": dates.local = child.word
        case "post_date_gmt": dates.utc = child.word
        case "post_modified": dates.modifiedLocal = child.word
        case "post_modified_gmt": dates.modifiedUTC = child.word
        case "post_parent": parentID = Int64(child.word).flatMap { $0 == 0 ? nil : $0 }
        case "menu_order": menuOrder = Int(child.word) ?? 0
        case "post_password": password = child.text.isEmpty ? nil : child.text
        case "is_sticky": isSticky = child.word == "1"
        case "comment_status": takesComments = child.word == "open"
        case "attachment_url": attachmentURL = child.word.isEmpty ? nil : child.word
        case "postmeta": meta.append(WordPressMeta(child))
        default: break
        }
    }
}
