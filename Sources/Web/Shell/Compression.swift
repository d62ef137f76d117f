import CCompression

/// Bytes made small once, for many answers.
enum Compression {
    /// gzip (RFC 1952) at level 6; nil when it would not be smaller.
    static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        let withHeader = MAX_WBITS + 16
        guard deflateInit2_(&stream, 6, Z_DEFLATED, withHeader, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let status = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard status == Z_STREAM_END, stream.total_out < bytes.count else { return nil }
        return Array(output.prefix(Int(stream.total_out)))
    }

    /// Brotli (RFC 7932) at quality 5, as quick as gzip and smaller; nil when it would not be smaller.
    static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        var size = BrotliEncoderMaxCompressedSize(bytes.count)
        guard size > 0 else { return nil }
        var output = [UInt8](repeating: 0, count: size)
        let done = BrotliEncoderCompress(5, 18, BROTLI_MODE_TEXT, bytes.count, bytes, &size, &output)
        guard done == BROTLI_TRUE, size < bytes.count else { return nil }
        return Array(output.prefix(size))
    }
}
