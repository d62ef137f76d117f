/// A story as it was read, and what did not come through as it was.
package struct ParsedStory: Hashable, Sendable {
    package var story: Story
    package var notes: [StoryNote]

    package init(story: Story, notes: [StoryNote] = []) {
        self.story = story
        self.notes = notes
    }
}
