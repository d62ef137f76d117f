/// Words that stand in every text and say nothing of what it is about, folded as `SearchText` does.
package enum StopWords {
    package static func contains(_ word: String) -> Bool { words.contains(word) }

    private static let words = Set(
        """
        a an and are as at be been but by did do does for from had has have he her his how i in is it its of on or she so that the their them there they
        this to was we were what when where which who whom whose why will with would you your
        ان انه انها او اي اين اذا الا التي الذي الذين الى الي اما بعد بين تم ثم حول حيث حين خلال ذلك ايضا عن عند علي على عليه غير في فيه فيها قبل قد كان كانت كل كم كما كيف
        لا لم لماذا لن له لها ليس ما ماذا متي مع من منذ منه منها هذا هذه هل هم هنا هناك هو هي وان وفي ولا وما ومن وهو وهي يا
        """.split { $0.isWhitespace }.map { SearchText.folded(String($0)) })
}
